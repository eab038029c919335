"""Time expressions against an article's date: one table of words, tense and bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nlp.dates import Tense, resolve

PUBLISHED = date(2016, 8, 16)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "start", "end", "value"),
    [
        # Absolute: also without the article's date.
        ("2016-08-14", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("August 14, 2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("Aug. 14, 2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("August 14th, 2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("14 August 2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("the 14th of August 2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("29 February 2016", "2016-02-29", "2016-02-29", "2016-02-29"),
        ("Sept. 1, 2016", "2016-09-01", "2016-09-01", "2016-09-01"),
        ("August 2016", "2016-08-01", "2016-08-31", "2016-08"),
        ("August of 2016", "2016-08-01", "2016-08-31", "2016-08"),
        ("February 2015", "2015-02-01", "2015-02-28", "2015-02"),
        ("in 1979", "1979-01-01", "1979-12-31", "1979"),
        ("1979", "1979-01-01", "1979-12-31", "1979"),
        ("the year 1979", "1979-01-01", "1979-12-31", "1979"),
        ("the summer of 1979", "1979-01-01", "1979-12-31", "1979"),
        ("the 1980s", "1980-01-01", "1989-12-31", "1980/1989"),
        ("the 1980's", "1980-01-01", "1989-12-31", "1980/1989"),
        ("1941 to 1979", "1941-01-01", "1979-12-31", "1941/1979"),
        ("1941-1979", "1941-01-01", "1979-12-31", "1941/1979"),
        ("1941–1979", "1941-01-01", "1979-12-31", "1941/1979"),
        ("2011-14", "2011-01-01", "2014-12-31", "2011/2014"),
        ("between 1941 and 1979", "1941-01-01", "1979-12-31", "1941/1979"),
        # Capitals, line breaks and typographic apostrophes change nothing.
        ("AUGUST 14, 2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("August\n14,  2016", "2016-08-14", "2016-08-14", "2016-08-14"),
        ("the 1980’s", "1980-01-01", "1989-12-31", "1980/1989"),
    ],
)
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_absolute(words: str, start: str, end: str, value: str, published: date | None) -> None:
    found = resolve(words, published=published)
    assert found is not None
    assert (found.start, found.end, found.value) == (start, end, value)
    assert found.text == words


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        # A weekday: the one before with a past tense, the one after with a future one.
        ("Monday", "2016-08-15", "2016-08-22"),
        ("on Tuesday", "2016-08-16", "2016-08-16"),
        ("on Wednesday", "2016-08-10", "2016-08-17"),
        ("Sunday night", "2016-08-14", "2016-08-21"),
        ("last Tuesday", "2016-08-09", "2016-08-09"),
        ("last Monday", "2016-08-15", "2016-08-15"),
        ("next Tuesday", "2016-08-23", "2016-08-23"),
        ("next Wednesday", "2016-08-17", "2016-08-17"),
        # A day of a month, a month.
        ("August 14", "2016-08-14", "2017-08-14"),
        ("Aug. 20", "2015-08-20", "2016-08-20"),
        ("16 August", "2016-08-16", "2016-08-16"),
        ("the 3rd of May", "2016-05-03", "2017-05-03"),
        ("September", "2015-09", "2016-09"),
        ("July", "2016-07", "2017-07"),
        ("last September", "2015-09", "2015-09"),
        ("last July", "2016-07", "2016-07"),
        ("last August", "2015-08", "2015-08"),
        ("next September", "2016-09", "2016-09"),
        ("next July", "2017-07", "2017-07"),
        ("next August", "2017-08", "2017-08"),
        ("this September", "2016-09", "2016-09"),
        # Days and units around the article's date.
        ("today", "2016-08-16", "2016-08-16"),
        ("yesterday", "2016-08-15", "2016-08-15"),
        ("tomorrow", "2016-08-17", "2016-08-17"),
        ("tonight", "2016-08-16", "2016-08-16"),
        ("this morning", "2016-08-16", "2016-08-16"),
        ("last month", "2016-07", "2016-07"),
        ("this month", "2016-08", "2016-08"),
        ("next month", "2016-09", "2016-09"),
        ("last year", "2015", "2015"),
        ("next year", "2017", "2017"),
        ("previous year", "2015", "2015"),
        ("last week", "2016-08-08", "2016-08-08"),
        ("this week", "2016-08-15", "2016-08-15"),
        ("next week", "2016-08-22", "2016-08-22"),
        ("three days ago", "2016-08-13", "2016-08-13"),
        ("a day ago", "2016-08-15", "2016-08-15"),
        ("2 weeks ago", "2016-08-01", "2016-08-01"),
        ("two months ago", "2016-06", "2016-06"),
        ("five years ago", "2011", "2011"),
        # An absolute date minds no tense.
        ("May 2014", "2014-05", "2014-05"),
    ],
)
def test_relative_to_the_article_and_the_tense(words: str, past: str, future: str) -> None:
    back = resolve(words, published=PUBLISHED, tense="past")
    ahead = resolve(words, published=PUBLISHED, tense="future")
    assert (back and back.value, ahead and ahead.value) == (past, future)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("last week", "2016-08-08", "2016-08-14"),
        ("last month", "2016-07-01", "2016-07-31"),
        ("last year", "2015-01-01", "2015-12-31"),
        ("since 2011", "2011-01-01", "2016-08-16"),
        ("since Monday", "2016-08-15", "2016-08-16"),
        ("since March 2014", "2014-03-01", "2016-08-16"),
    ],
)
def test_bounds_of_what_is_longer_than_a_day(words: str, start: str, end: str) -> None:
    found = resolve(words, published=PUBLISHED)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("published", "words", "value"),
    [
        (date(2016, 1, 10), "last month", "2015-12"),
        (date(2016, 12, 10), "next month", "2017-01"),
        (date(2016, 1, 1), "yesterday", "2015-12-31"),
        (date(2016, 3, 1), "yesterday", "2016-02-29"),
        (date(2016, 1, 2), "Thursday", "2015-12-31"),
        (date(2016, 1, 4), "December", "2015-12"),
        (date(2016, 1, 4), "December 30", "2015-12-30"),
        (date(2016, 1, 4), "last week", "2015-12-28"),
        (date(2016, 1, 4), "two months ago", "2015-11"),
    ],
)
def test_across_the_end_of_a_month_or_year(published: date, words: str, value: str) -> None:
    found = resolve(words, published=published)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "words",
    [
        "recently",
        "several days ago",
        "for years",
        "",
        "  ",
        "soon",
        "1,500",  # a number, no year
        "3000",
    ],
)
def test_no_bounds(words: str) -> None:
    assert resolve(words, published=PUBLISHED) is None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("31 February 2016", "2016-02-01", "2016-02-29"),
        ("29 February 2015", "2015-02-01", "2015-02-28"),
        ("February 30, 2016", "2016-02-01", "2016-02-29"),
        ("2016-02-30", "2016-01-01", "2016-12-31"),
    ],
)
def test_an_impossible_day_leaves_its_month_or_year(words: str, start: str, end: str) -> None:
    found = resolve(words, published=PUBLISHED)
    assert found is not None
    assert (found.start, found.end) == (start, end)


def test_an_impossible_day_of_the_year_leaves_its_month() -> None:
    found = resolve("February 29", published=date(2015, 2, 27))
    assert found is not None
    assert found.value == "2015-02"


@pytest.mark.parametrize(
    ("words", "tense", "start", "end"),
    [
        ("the day before yesterday", "past", "2016-08-14", "2016-08-14"),
        ("August 3 to 5, 2016", "future", "2016-08-03", "2016-08-05"),
        ("August 3-5", "past", "2016-08-03", "2016-08-05"),
        ("from Monday to Tuesday", "past", "2016-08-15", "2016-08-16"),
        ("June 2015 to May 2016", "past", "2015-06-01", "2016-05-31"),
        ("2016-08", "past", "2016-08-01", "2016-08-31"),
    ],
)
def test_intervals_and_odd_forms(words: str, tense: Tense, start: str, end: str) -> None:
    found = resolve(words, published=PUBLISHED, tense=tense)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.xfail(reason="an impossible day with a year loses the year", strict=True)
def test_an_impossible_day_with_its_year() -> None:
    found = resolve("February 30, 2016", published=PUBLISHED, tense="future")
    assert found is not None
    assert (found.start, found.end) == ("2016-02-01", "2016-02-29")


@pytest.mark.parametrize(
    "words",
    ["Tuesday", "yesterday", "last month", "September", "August 14", "two weeks ago", "since 2011"],
)
def test_without_the_articles_date_only_absolute_ones(words: str) -> None:
    assert resolve(words, published=None) is None


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (date(1, 1, 1), "yesterday"),
        (date(9999, 12, 31), "tomorrow"),
        (date(9999, 12, 31), "next month"),
        (date(1, 1, 1), "last year"),
    ],
)
def test_beyond_the_calendar(published: date, words: str) -> None:
    assert resolve(words, published=published) is None


@given(words=st.text(max_size=40), published=st.one_of(st.none(), st.dates()))
def test_any_text_gives_a_time_that_ends_after_it_starts_or_none(
    words: str, published: date | None
) -> None:
    for tense in ("past", "future"):
        found = resolve(words, published=published, tense=tense)
        assert found is None or found.start <= found.end


_UNITS = ["Monday", "today", "last week", "next year", "May", "May 3", "3 May 2014", "the 1990s"]


@given(
    words=st.sampled_from(_UNITS),
    published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
)
def test_every_day_reads_the_common_words(words: str, published: date) -> None:
    found = resolve(words, published=published)
    assert found is not None
    assert date.fromisoformat(found.start) <= date.fromisoformat(found.end)


@given(published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_past_weekday_is_at_most_six_days_back(published: date) -> None:
    for weekday in ("Monday", "Friday"):
        found = resolve(weekday, published=published, tense="past")
        assert found is not None
        assert 0 <= (published - date.fromisoformat(found.start)).days <= 6
