"""Dates of publication: which forms are read, which are refused."""

from __future__ import annotations

import pytest

from kg.errors import ArticleError
from kg.ingest.published import iso_date


@pytest.mark.parametrize(
    "words",
    [
        "2016-08-16",
        " 2016-08-16 ",
        "2016-08-16T23:59:59+02:00",
        "2016-08-16T0930Z",
        "2016-08-16 09:30",
        "August 16, 2016",
        "august 16 2016",
        "Aug. 16, 2016",
        "Aug 16th, 2016",
        "16 August 2016",
        "16 Aug 2016",
        "Tuesday, August 16, 2016",
        "Tue, 16 Aug 2016 09:30:00 GMT",
        "August 16, 2016, 9:30 a.m.",
    ],
)
def test_full_dates_become_iso(words: str) -> None:
    assert iso_date(words) == "2016-08-16"


@pytest.mark.parametrize("month", ["Sep", "Sept", "Sept.", "September", "SEPTEMBER"])
def test_september_has_many_names(month: str) -> None:
    assert iso_date(f"{month} 9, 2016") == "2016-09-09"


@pytest.mark.parametrize(
    "words",
    ["", "Tuesday", "yesterday", "2016", "2016-08", "16/08/2016", "08-16-2016", "20160816",
     "August 2016", "16 Augustus 2016", "2016-08-16 or so", "the 16 Aug 2016", "May 16, 16"],
)  # fmt: skip
def test_other_forms_are_refused(words: str) -> None:
    with pytest.raises(ArticleError, match=r"cannot be read; allowed: 2016-08-16, "):
        iso_date(words)


@pytest.mark.parametrize(
    "words", ["2016-02-30", "2015-02-29", "31 June 2016", "2016-13-01", "0000-01-01"]
)
def test_days_that_the_calendar_lacks_are_refused(words: str) -> None:
    with pytest.raises(ArticleError, match="is not in the calendar"):
        iso_date(words)
