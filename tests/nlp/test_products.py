"""Matrix products by numpy: as spaCy's to the label, and the same whatever is parsed beside."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from kg.model import Article
from kg.nlp import load_model, parse, parser
from kg.nlp.products import (
    Products,
    is_steady,
    multiply_with_numpy,
    one_thread,
    times_transposed,
)

TEXT = (
    "Lorvania's navy seized two trawlers off Cape Brandt on Friday, officials in Tarsk said.\n\n"
    'The crews were released. "We had no warning," said Mara Quist, who owns one of them.'
)
OTHERS = [" ".join(f"Gale {n} closed the port of Aldmoor." for n in range(m)) for m in range(1, 30)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def _vectors(nlp: Language, *texts: str) -> list[list[bytes]]:
    """What the network makes of each word, to the last bit, by article and paragraph."""
    articles = (Article.of(id=str(i), text=text) for i, text in enumerate(texts))
    seen: list[bytes] = []
    read = parser.words_of
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            parser, "words_of", lambda doc: seen.append(doc.tensor.tobytes()) or read(doc)
        )
        return [[seen[-1] for _ in one.paragraphs] for one in parse(articles, nlp)]


def test_an_article_is_the_same_to_the_last_bit_whatever_stands_beside_it(nlp: Language) -> None:
    alone = _vectors(nlp, TEXT)[0]
    among = _vectors(nlp, *OTHERS, TEXT, *OTHERS)[len(OTHERS)]
    assert len(alone) == 2
    assert among == alone


@pytest.mark.parametrize("shape", [(288, 480), (96, 300), (64, 96), (50, 96)])
def test_each_row_of_a_product_is_its_own(shape: tuple[int, int]) -> None:
    chance = np.random.default_rng(3)
    x, y = (chance.random((rows, shape[1]), dtype=np.float32) for rows in (77, shape[0]))
    whole = times_transposed(x, y)
    np.testing.assert_allclose(whole, x @ y.T, rtol=1e-5)
    for first, last in ((0, 1), (1, 17), (5, 77), (16, 48), (70, 77)):
        assert np.array_equal(times_transposed(x[first:last], y), whole[first:last])


def test_a_machine_on_which_they_are_not_keeps_spacys(monkeypatch) -> None:
    nlp = spacy.blank("en")
    model = nlp.add_pipe("tok2vec").model  # type: ignore[attr-defined]
    monkeypatch.setattr("kg.nlp.products.times_transposed", lambda x, y: (x @ y.T) / len(x))
    is_steady.cache_clear()
    multiply_with_numpy(nlp)
    assert {type(node.ops) for node in model.walk()} == {NumpyOps}
    is_steady.cache_clear()


def test_other_products_are_spacys() -> None:
    x = np.arange(12, dtype=np.float32).reshape(3, 4)
    assert Products().gemm(x, x, trans1=True).tolist() == (x.T @ x).tolist()
    assert Products().gemm(x, x, trans2=True).tolist() == (x @ x.T).tolist()


def test_words_are_labelled_as_by_spacys_products(nlp: Language) -> None:
    by_numpy = list(_labels(nlp))
    models = [getattr(component, "model", None) for _, component in nlp.pipeline]
    for node in (node for model in models if model for node in model.walk()):
        assert type(node.ops) is Products
        node.ops = NumpyOps()
    by_blis = list(_labels(nlp))
    multiply_with_numpy(nlp)
    assert by_numpy == by_blis


def _labels(nlp: Language) -> Iterator[tuple[str, str, str, int]]:
    for text in (TEXT, *OTHERS):
        yield from ((t.tag_, t.dep_, t.ent_type_, t.head.i) for t in nlp(text))


def test_only_what_runs_as_spacys_does_is_changed() -> None:
    class Other(NumpyOps):
        """Stands for those of another library, such as Apple's."""

    nlp = spacy.blank("en")
    first, *rest = nlp.add_pipe("tok2vec").model.walk()  # type: ignore[attr-defined]
    first.ops = Other()
    multiply_with_numpy(nlp)
    assert type(first.ops) is Other
    assert {type(node.ops) for node in rest} == {Products}


def test_one_thread_inside_and_as_many_as_before_after_it() -> None:
    with threadpool_limits(2, user_api="blas"):
        before = _threads()
        with one_thread():
            assert set(_threads()) <= {1}
        assert _threads() == before


def _threads() -> list[int]:
    return [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]
