"""Reading pages in tests. What may go in: parsing HTML, and walking from page to page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.testclient import TestClient

_APART = {"a", "dt", "dd", "li", "td", "th", "p", "h1", "h2", "h3", "small"}
_VOID = {"meta", "link", "input", "br", "img", "hr", "wbr"}


@dataclass
class Found(HTMLParser):
    """The elements and the text of a page; an element that is closed wrongly fails."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    above: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text += " " if tag in _APART else ""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.above.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.above, f"</{tag}> closes nothing"
        assert self.above.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def parsed(html: str) -> Found:
    """Parse a page; every element must be closed in its place."""
    found = Found()
    found.feed(html)
    found.close()
    assert found.above == []
    return found


def crawl(client: TestClient, most: int = 150) -> Iterator[tuple[str, int, str]]:
    """Give the address, status and HTML of every page that links lead to from the first one."""
    waiting, seen = ["/"], {"/"}
    while waiting and most:
        address = waiting.pop(0)
        most -= 1
        reply = client.get(address, follow_redirects=False)
        if not reply.headers["content-type"].startswith("text/html"):
            continue
        yield address, reply.status_code, reply.text
        for link in parsed(reply.text).links:
            bare = link.partition("#")[0]
            if bare.startswith("/") and bare not in seen and not bare.startswith(_NOT_HERE):
                seen.add(bare)
                waiting.append(bare)


# the graph is another part of the service, and what asks queries runs in children of a real one
_NOT_HERE = ("/graph", "/sparql", "/query?", "/query.")
