"""Matrix products by numpy: as spaCy's to the label, and the same whatever is parsed beside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from kg.model import Article
from kg.nlp import load_model, parse
from kg.nlp.products import products_by_numpy

TEXT = (
    "Lorvania's navy seized two trawlers off Cape Brandt on Friday, officials in Tarsk said.\n\n"
    'The crews were released. "We had no warning," said Mara Quist, who owns one of them.'
)
LONG = "\n\n".join([TEXT] * 6)  # is parsed by itself
OTHERS = [" ".join(f"Gale {n} closed the port of Aldmoor." for n in range(m)) for m in range(1, 30)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def _vectors(nlp: Language, *texts: str) -> list[list[bytes]]:
    """What the network makes of each word, to the last bit, by article and paragraph."""
    articles = (Article.of(id=str(i), text=text) for i, text in enumerate(texts))
    return [[p.doc.tensor.tobytes() for p in one.paragraphs] for one in parse(articles, nlp)]


@pytest.mark.parametrize("text", [TEXT, LONG], ids=["short", "long"])
def test_an_article_is_the_same_to_the_last_bit_whatever_stands_beside_it(
    nlp: Language, text: str
) -> None:
    alone = _vectors(nlp, text)[0]
    among = _vectors(nlp, *OTHERS, text, *OTHERS)[len(OTHERS)]
    assert len(alone) == text.count("\n\n") + 1
    assert among == alone


def test_a_long_article_is_multiplied_by_numpy_and_a_short_one_by_blis(nlp: Language) -> None:
    articles = [Article.of(id=str(i), text=text) for i, text in enumerate([TEXT, LONG, TEXT])]
    node = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert [node.ops.use_blis for _ in parse(articles, nlp)] == [True, False, True]
    assert node.ops.use_blis


def test_words_are_labelled_as_by_spacys_products(nlp: Language) -> None:
    by_blis = list(_labels(nlp))
    with products_by_numpy(nlp):
        assert list(_labels(nlp)) == by_blis


def _labels(nlp: Language) -> Iterator[tuple[str, str, str, int]]:
    for text in (TEXT, *OTHERS):
        yield from ((t.tag_, t.dep_, t.ent_type_, t.head.i) for t in nlp(text))


def test_only_what_runs_as_spacys_does_is_changed() -> None:
    class Other(NumpyOps):
        """Stands for those of another library, such as Apple's."""

    nlp = spacy.blank("en")
    first, *rest = nlp.add_pipe("tok2vec").model.walk()  # type: ignore[attr-defined]
    first.ops = Other()
    with products_by_numpy(nlp):
        assert type(first.ops) is Other
        assert not any(node.ops.use_blis for node in rest)
    assert all(node.ops.use_blis for node in (first, *rest))


def test_one_thread_inside_and_as_many_as_before_after_it() -> None:
    with threadpool_limits(2, user_api="blas"):
        before = _threads()
        with products_by_numpy(spacy.blank("en")):
            assert set(_threads()) <= {1}
        assert _threads() == before


def _threads() -> list[int]:
    return [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]
