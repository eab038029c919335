"""The matrix products of a pipeline, by numpy's BLAS instead of the one that spaCy brings.

What may go in: which library multiplies, how, and with how many threads. spaCy's (BLIS) falls back
to kernels without vector instructions on processors that it does not know, AMD's Zen 4 and 5 among
them: https://github.com/explosion/cython-blis/issues/53. There the parse takes a quarter less.

What a row of a product is to the last bit depends on the rows beside it, in numpy's; but not in
products of sixteen rows as columns, and so a text is read alike whatever is parsed with it.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

_ROWS = 16  # of a product; more of them, and numpy's BLAS takes the last in another way
_LEAST = 96  # columns of a matrix; with less to add up, BLIS is as quick

Matrix = NDArray[np.float32]


class Products(NumpyOps):  # type: ignore[misc] # compiled, without types
    """The operations of a network, as spaCy's but for products with what is transposed."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """Multiply two matrices, one or both transposed first; see `thinc.backends.Ops`."""
        is_plain = out is None and not trans1 and x.dtype == y.dtype == np.float32
        if is_plain and trans2 and x.ndim == 2 and y.ndim == 2 and x.shape[1] >= _LEAST:
            return times_transposed(x, y)
        return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)


def times_transposed(x: Matrix, y: Matrix) -> Matrix:
    """Multiply a matrix with the transposed other, sixteen rows at a time.

    Args:
        x: of any number of rows; each row of the result depends on one of them, to the last bit.
        y: with as many columns.

    Example:
        >>> times_transposed(np.ones((3, 4), np.float32), np.full((2, 4), 2, np.float32)).tolist()
        [[8.0, 8.0], [8.0, 8.0], [8.0, 8.0]]
    """
    count, width = x.shape
    blocks = -(-count // _ROWS)
    filled = x
    if count % _ROWS:
        filled = np.zeros((blocks * _ROWS, width), dtype=np.float32)
        filled[:count] = x
    found = np.matmul(y, filled.reshape(blocks, _ROWS, width).transpose(0, 2, 1))
    return np.ascontiguousarray(found.transpose(0, 2, 1)).reshape(blocks * _ROWS, len(y))[:count]


def multiply_with_numpy(nlp: Language) -> None:
    """Let numpy multiply for the models of a pipeline that run as spaCy's do, if it is steady."""
    if not is_steady():
        return
    products = Products()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:  # another library's, such as Apple's, are quick already
                node.ops = products


@cache
def is_steady() -> bool:
    """Tell whether a row's product is the same to the last bit here, wherever it stands."""
    chance = np.random.default_rng(1)
    x, y = (chance.random((rows, 480), dtype=np.float32) for rows in (3 * _ROWS - 1, 288))
    with one_thread():
        whole = times_transposed(x, y)
        alone = (times_transposed(x[i : i + 1], y)[0] for i in range(len(x)))
        return all(np.array_equal(row, other) for row, other in zip(whole, alone, strict=True))


def one_thread() -> AbstractContextManager[object]:
    """Multiply with one thread inside: with two, matrices this small take no less time."""
    limited: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
