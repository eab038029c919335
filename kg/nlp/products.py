"""The matrix products of a pipeline, by numpy's BLAS instead of the one that spaCy brings.

What may go in: which library multiplies, and with how many threads. spaCy's (BLIS) falls back to
kernels without vector instructions on processors that it does not know, AMD's Zen 4 and 5 among
them: https://github.com/explosion/cython-blis/issues/53. There the parse takes a third less.

What a row of a product is to the last bit depends, in numpy's, on the other rows; in BLIS it does
not. So only what is parsed by itself may be multiplied so: it is the same then, whatever is parsed
before or beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


@contextmanager
def products_by_numpy(nlp: Language) -> Iterator[None]:
    """Let numpy multiply for the models of a pipeline inside, those that run as spaCy's do.

    One thread does it: with two, matrices this small take no less time, and twice the work.
    """
    quick, nodes = NumpyOps(use_blis=False), list(_nodes(nlp))
    before = [node.ops for node in nodes]
    with _libraries().limit(limits=1, user_api="blas"):
        for node in nodes:
            node.ops = quick
        try:
            yield
        finally:
            for node, ops in zip(nodes, before, strict=True):
                node.ops = ops


def _nodes(nlp: Language) -> Iterator[Model[Any, Any]]:
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:  # another library's, such as Apple's, are quick already
                yield node


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
