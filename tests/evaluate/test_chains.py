"""The metrics of coreference on partitions whose scores are published or plain."""

import pytest

from kg.evaluate.chains import METRICS, b_cubed, ceaf, muc, total

# The worked example of Pradhan, Luo, Recasens, Hovy, Ng and Strube, "Scoring coreference partitions
# of predicted mentions: a reference implementation", ACL 2014, section 3.
KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("metric", "precision", "recall"),
    [(muc, 0.40, 0.40), (b_cubed, 0.50, 0.42), (ceaf, 0.43, 0.65)],
)
def test_the_published_example(metric, precision, recall):
    found = total([metric(KEY, RESPONSE)])
    assert [round(one, 2) for one in found] == [precision, recall]


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_the_same_partition_is_perfect_and_no_partition_is_nothing(metric):
    assert total([metric(KEY, KEY)]) == (1, 1)
    assert total([metric(KEY, [])]) == (0, 0)
    assert total([metric([], RESPONSE)]) == (0, 0)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_exchanging_the_sides_exchanges_precision_and_recall(metric):
    assert total([metric(RESPONSE, KEY)]) == pytest.approx(total([metric(KEY, RESPONSE)])[::-1])


def test_articles_are_added_up_before_dividing():
    one, other = muc(KEY, KEY), muc(KEY, [])
    assert total([one, other]) == (1, 0.5)


def test_ceaf_finds_the_best_alignment_not_the_first():
    key, response = [frozenset("abcd"), frozenset("ef")], [frozenset("abef"), frozenset("cd")]
    # abef–ef and cd–abcd give 4/6 + 4/6; the greedy abef–abcd gives 4/8 and leaves ef nothing.
    assert ceaf(key, response)[0] == pytest.approx(4 / 3)
