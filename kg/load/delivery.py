"""Sending a batch over HTTP until it arrives. What may go in: tries, who sends, what is answered.

Who sends is proven as the server asks for it: by Digest (https://www.rfc-editor.org/rfc/rfc7616)
if it can, else by Basic (https://www.rfc-editor.org/rfc/rfc7617); a token goes as a bearer's
(https://www.rfc-editor.org/rfc/rfc6750). No password is sent before the server asks for one.
"""

from __future__ import annotations

import re
import time
from types import TracebackType

import requests
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from kg.errors import InputError, LoadError
from kg.load.outcome import Access

_SECONDS = 120.0  # for one batch
_PAUSE = 0.5  # seconds before the second try; then twice as long each time
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
_NOT_THIS = frozenset((400, 404, 405, 406, 415, 501))  # another protocol is spoken there


class Delivery:
    """An address that batches of one media type are sent to, one after the other.

    `hint` is told when the address does not take such batches at all.
    """

    def __init__(self, address: str, type: str, access: Access, *, hint: str) -> None:
        self.address, self.access, self.hint = address, access, hint
        self.session = requests.Session()
        self.session.headers["Content-Type"] = type
        self.session.auth = self._bearer  # also keeps requests from looking into ~/.netrc

    def __enter__(self) -> Delivery:
        if self.access.user is not None and self.access.token is None:
            # a server that asks who sends may not wait for the end of a batch to do so
            self.deliver(b"", after=0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.session.close()

    def deliver(self, body: bytes, *, after: int) -> int:
        """Send a batch until it arrives; tell how often it was sent.

        Args:
            after: how many triples have arrived before it.

        Raises:
            LoadError: the server refuses it, or did not answer `access.tries` times.
        """
        pause = _PAUSE
        for count in range(1, self.access.tries + 1):
            told, is_last = self._send(body)
            if told is None:
                return count
            if is_last or count == self.access.tries:
                before = f"; {after:,} triples before it are there" if after else ""
                times = "" if count == 1 else f", {count} times"
                raise LoadError(f"{self.address}: {told}{times}{before}")
            time.sleep(pause)
            pause *= 2
        tries = self.access.tries
        raise LoadError(f"{self.address}: a batch is sent at least once, not {tries} times")

    def _send(self, body: bytes) -> tuple[str | None, bool]:
        """Send it once: what is wrong, if anything, and whether it will stay so."""
        try:
            reply = self._post(body)
            if reply.status_code == 401 and self._introduce(reply):
                reply = self._post(body)
        except (requests.RequestException, OSError) as error:
            return _cause(error), False
        if 200 <= reply.status_code < 300:
            return None, False
        hint = f"; {self.hint}" if reply.status_code in _NOT_THIS else ""
        return _reason(reply) + hint, reply.status_code not in _AGAIN

    def _post(self, body: bytes) -> requests.Response:
        # after a redirection a POST is a GET without its body: nothing would be loaded
        return self.session.post(self.address, data=body, timeout=_SECONDS, allow_redirects=False)

    def _introduce(self, reply: requests.Response) -> bool:
        """Choose how to prove who sends; tell whether that is new."""
        user, password = self.access.user, self.access.password or ""
        if user is None or self.access.token is not None or self.session.auth != self._bearer:
            return False
        asked = reply.headers.get("WWW-Authenticate", "")
        bare = re.sub('"[^"]*"', "", asked.lower())  # a realm may say anything
        known = set(re.findall(r"(?:^|,)\s*(\w+)(?=\s+\w|\s*,|\s*$)", bare))
        if "digest" in known:
            if not user.isascii():
                raise InputError(f"{self.address}: wants Digest, whose user names are ASCII")
            self.session.auth = HTTPDigestAuth(user, password)
        elif "basic" in known or not asked:
            self.session.auth = HTTPBasicAuth(user.encode(), password.encode())
        else:
            raise LoadError(f"{self.address}: asks for {asked!r}: only Digest and Basic are done")
        return True

    def _bearer(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self.access.token is not None:
            request.headers["Authorization"] = f"Bearer {self.access.token}"
        return request


def _cause(error: BaseException) -> str:
    """What the system says; what wraps it names the address again, and its own classes."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    told = error.strerror if isinstance(error, OSError) else None
    return told or str(error) or type(error).__name__


def _reason(reply: requests.Response) -> str:
    """The status, and what the server says of it: the first line, or the text of a page."""
    head = f"{reply.status_code} {reply.reason}"
    if reply.is_redirect:
        return f"{head} to {reply.headers['Location']}: give the address that takes the data"
    text = reply.content[:4000].decode("utf-8", "replace").strip()
    if text.lower().startswith(("<!doctype html", "<html")):
        text = " ".join(re.sub("<[^>]*>", " ", text).split())
    line = "".join(c if c.isprintable() else " " for c in text.partition("\n")[0])[:300]
    return head + (f": {line}" if line else "")
