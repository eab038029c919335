"""Graph → one HTML page that opens without a network. What may go in: making that page.

It holds the interactive graph and every statement with its evidence; without JavaScript the picture
and the statements are there to read. The library that draws, d3, is put into the page when it is
written; it and Jinja2 are part of the extra `picture`.

Limits: written, not read back. Articles' full texts are left out, sentences of the evidence stay. A
page has a row for each statement: some ten thousand are more than a browser likes. Controls, marks
of direction and half surrogate pairs are left out of what is shown.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from kg.errors import InputError
from kg.export.normal import normal
from kg.graph.description import qualifiers, sentence
from kg.looks import load_looks
from kg.model import Entity, Evidence, Graph, Statement
from kg.picture import Net, Part, draw
from kg.picture.letters import shown

if TYPE_CHECKING:
    from markupsafe import Markup

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_SPELT = re.compile("[<>&\u2028\u2029]")


def write_page(
    graph: Graph, output: IO[bytes], *, text: bool = True, part: Part | None = None
) -> None:
    """Write a graph as a page; equal graphs, and equal versions of d3, give equal bytes.

    Args:
        text: changes nothing, articles' full texts are not part of it.
        part: what the picture shows that is there without JavaScript.

    Raises:
        InputError: Jinja2 or d3 is not installed.
    """
    try:
        from kg.picture.panel import environment
    except ImportError as error:
        raise InputError(
            f"HTML needs {error.name}: install the extra: pip install 'kg-news[picture]'"
        ) from error
    values = _values(normal(graph, text=False), part)
    page = environment().get_template("page.html").render(values)
    output.write(page.encode("utf-8", "replace"))


def _values(graph: Graph, part: Part | None) -> dict[str, Any]:
    from markupsafe import Markup

    from kg.picture.panel import library_file, page_style, script, style

    net = Net(graph)
    part = part or net.most_important()
    scripts = [_closed(library_file().read_text(encoding="utf-8")), _closed(script())]
    sheet = page_style() + style()
    return {
        "title": shown(part.title),
        "policy": _policy(scripts, sheet),
        "style": Markup(sheet),
        "scripts": [Markup(text) for text in scripts],
        "panel": _panel(graph, part),
        "data": Markup(_json(_data(net))),
        "rows": [_row(statement) for statement in graph.statements],
    }


def _panel(graph: Graph, part: Part) -> Markup:
    from markupsafe import Markup

    from kg.export.svg import svg
    from kg.picture.elements import family_of
    from kg.picture.panel import panel

    claimants = {
        s.attribution.entity.id: shown(s.attribution.entity.label)
        for s in graph.statements
        if s.attribution
    }
    families = sorted({family_of(statement) for statement in graph.statements})
    links = {statement.id: f"#s-{statement.id}" for statement in part.statements}
    picture = draw(part)
    return panel(
        asked={},
        families=[(name, name) for name in families],
        picture=Markup(svg(picture, links=links, styled=False)),
        note=picture.title,
        choices={
            "entities": sorted({shown(entity.label) for entity in graph.entities}),
            "articles": [(a.id, shown(a.title or a.id)) for a in graph.articles],
            "claimants": [
                ("article", "the article itself"),
                *sorted(claimants.items(), key=lambda pair: pair[1]),
            ],
        },
    )


def _data(net: Net) -> dict[str, Any]:
    from kg.picture.elements import elements

    edges = list(net.ranked)
    known = {statement.id for statement in edges}
    others = [s for s in net.graph.statements if s.id not in known]
    everything = Part(statements=(*edges, *others), of=len(net.graph.statements))
    return elements(everything, net, address=_anchor)


def _anchor(target: object) -> str:
    if isinstance(target, Statement):
        return f"#s-{target.id}"
    return "#graph" if isinstance(target, Entity) else ""


def _row(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "kinds": [kind for kind in load_looks().of(statement) if kind.when],
        "sentence": shown(sentence(statement)),
        "qualifiers": shown(qualifiers(statement)),
        "premises": statement.premises,
        "evidence": [
            {
                "article": shown(one.article),
                "rule": shown(one.rule),
                "place": f"{one.start:,}–{one.end:,}",
                "pieces": list(_pieces(one)),
            }
            for one in statement.evidence
        ],
    }


def _pieces(evidence: Evidence) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces: words, and whether they are a mention of subject or object."""
    at = evidence.start
    spans = [span for span in (evidence.subject, evidence.object) if span]
    for span in sorted(spans, key=lambda span: span.start):
        if at <= span.start and span.end <= evidence.end:
            yield evidence.text[at - evidence.start : span.start - evidence.start], False
            yield evidence.text[span.start - evidence.start : span.end - evidence.start], True
            at = span.end
    yield evidence.text[at - evidence.start :], False


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    safe = _SPELT.sub(lambda found: _UNSAFE[found[0]], text)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", safe)


def _closed(script: str) -> str:
    """A script that cannot end the element that it stands in."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(scripts: list[str], style: str) -> str:
    """The content security policy of the page: nothing runs or is drawn but what it brings."""
    hashes = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
