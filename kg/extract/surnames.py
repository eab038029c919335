"""Surnames that an article has told whose they are.

What may go in: one sense per discourse (Gale, Church and Yarowsky 1992) for the last word of a
person's name: who was Ann Lee is no company when she is Lee.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.nlp.tokens import Doc, Token, Tokens

_MISTAKEN = ("ORG", "NORP", "PRODUCT", "FAC", "LOC", "EVENT", "LAW", "WORK_OF_ART")


class Surnames:
    """The surnames of an article's people, and the words of its longer names of other things."""

    def __init__(self) -> None:
        self._people: set[str] = set()
        self._others: set[str] = set()

    def corrected(self, doc: Doc, entities: Sequence[Tokens]) -> Iterator[Tokens]:
        """Give the entities of a paragraph, bare surnames as people.

        Args:
            doc: the paragraph; what it tells is remembered for those after it.
            entities: its names, in text order.

        Yields:
            Them in text order, with the surnames that the model took for no name.
        """
        for one in entities:
            self._learn(one)
        if not self._people:
            yield from entities
            return
        named = {token.i: one for one in entities for token in one}
        for token in doc:
            entity = named.get(token.i)
            if entity is None:
                if self._is_surname(token) and not _is_part(token, named):
                    yield Tokens(doc, token.i, token.i + 1, "PERSON")
            elif entity.start == token.i:
                yield self._person(entity)

    def _learn(self, entity: Tokens) -> None:
        if len(entity) < 2:
            return
        if entity.label_ == "PERSON" and entity[-1].pos_ == "PROPN" and entity[0].is_title:
            self._people.add(entity[-1].text)
        elif entity.label_ != "PERSON":
            self._others.update(t.text for t in entity)

    def _person(self, entity: Tokens) -> Tokens:
        alone = len(entity) == 1 and entity.label_ in _MISTAKEN
        if alone and self._is_surname(entity[0]) and not _is_part(entity[0], {}):
            return Tokens(entity.doc, entity.start, entity.end, "PERSON")
        return entity

    def _is_surname(self, token: Token) -> bool:
        if token.tag_ != "NNP" or token.text not in self._people:
            return False
        return token.text not in self._others


def _is_part(token: Token, named: dict[int, Tokens]) -> bool:
    """Whether a word stands beside others of one name: Lee Valley, the Lee Tigers."""
    around = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return any(t.i in named or t.pos_ == "PROPN" or t.text in ("-", "&") for t in around)
