"""Posts that somebody is given: Harlow named Ann Lee as its head. What may go in: rules on verbs
whose object comes to hold a post."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality import factuality
from kg.extract.mentions import named
from kg.extract.participants import participant
from kg.extract.positions import Holder, Owner, Title, held, positions, title_at
from kg.extract.reading import Reader, conjuncts
from kg.extract.subjects import subjects
from kg.extract.verbs import is_passive
from kg.model import Extraction, Mention
from kg.nlp.tokens import Token


def appointed(noun: Token, who: Token, verb: Token, reader: Reader) -> Iterator[Extraction]:
    """Read the post that an object is given: "named Ann Lee as its chief executive".

    Args:
        noun: the post; `who` the object; `verb` what is done to it.
        reader: the paragraph.

    Yields:
        The position of each person; of a post that names no body, the subject's.
    """
    for one in conjuncts(who):
        found = participant(one, reader)
        if found is not None and found.type == "Person" and found.kind in ("name", "pronoun"):
            yield from _given(noun, found, verb, reader)


def name_and_post(noun: Token, reader: Reader) -> Iterator[Extraction]:
    """Appointed Ann Lee chief executive: the name stands right before the post.

    Yields:
        The position, as if it were given with "as".
    """
    verb = noun.head
    if is_passive(verb) or not reader.verb(verb).is_a("Positional"):
        return
    title = title_at(noun, reader)
    first = title.tokens[0] if title is not None and title.tokens[-1] == noun else None
    name = reader.entities.get(first.i - 1) if first is not None and first.i else None
    if name is not None and name.label_ == "PERSON" and name.start > verb.i:
        yield from _given(noun, named(name, reader), verb, reader)


def _given(noun: Token, holder: Mention, verb: Token, reader: Reader) -> Iterator[Extraction]:
    fact = factuality(verb, reader)
    title = title_at(noun, reader)
    if title is None or verb.sent[-1].text == "?" or fact.is_anonymous:
        return
    who = Holder(holder, fact, "title.as")
    found = list(positions([noun], who, reader))
    owned = any(isinstance(one.object, Mention) for one in found)
    yield from found if owned else held(title, _givers(title, verb, reader), who, reader)


def _givers(title: Title, verb: Token, reader: Reader) -> list[Owner]:
    """The body that gives a post that is not said to be another's: its own."""
    bodies = [t for t in subjects(verb, reader) if t.ent_type_ == "ORG"]
    found = participant(bodies[0], reader) if len(bodies) == 1 else None
    return [Owner("", found)] if found is not None and not title.entry.is_a("Kinship") else []
