"""What XML cannot hold, in answers (https://www.w3.org/TR/xml/#charsets).

What may go in: encoding it on the way out. A control character is `\\u` and four hexadecimal
digits; a carriage return, which readers would take for a line feed, is a reference.
"""

from __future__ import annotations

import re
from typing import IO, cast

import pyoxigraph as ox

_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b-\x1f]")  # bytes that are part of no other character


class XmlOutput:
    """A handle that keeps XML in UTF-8 well formed.

    Example:
        >>> from io import BytesIO
        >>> output = BytesIO()
        >>> XmlOutput(output).write(b"<a>bell \\x07, return \\r</a>")
        23
        >>> output.getvalue()
        b'<a>bell \\\\u0007, return &#13;</a>'
    """

    def __init__(self, output: IO[bytes]) -> None:
        self.output = output

    def write(self, data: bytes) -> int:
        """Write a piece; tell how long it was."""
        self.output.write(_FORBIDDEN.sub(_encode, data))
        return len(data)

    def flush(self) -> None:
        """Flush the handle below."""
        self.output.flush()


def held(output: IO[bytes], syntax: ox.RdfFormat | ox.QueryResultsFormat) -> IO[bytes]:
    """Give the handle to write a syntax to."""
    is_xml = syntax in (ox.RdfFormat.RDF_XML, ox.QueryResultsFormat.XML)
    return cast("IO[bytes]", XmlOutput(output)) if is_xml else output


def _encode(found: re.Match[bytes]) -> bytes:
    return b"&#13;" if found[0] == b"\r" else b"\\u%04x" % ord(found[0])
