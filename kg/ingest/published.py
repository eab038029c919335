"""Dates of publication, as they stand in front matter, JSON, HTML and options.

What may go in here: full calendar dates only. Dates inside an article's sentences are `kg.nlp`'s.
"""

from __future__ import annotations

import re
from datetime import date

from kg.errors import ArticleError

ALLOWED = "2016-08-16, 2016-08-16T09:30:00Z, August 16, 2016 or 16 Aug 2016"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"(?:,?\s+\d{1,2}:\d{2}.*)?"
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?:[T ]\d{2}:?\d{2}.*)?"),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_CLOCK}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}{_CLOCK}", re.IGNORECASE),
)


def iso_date(words: str) -> str:
    """Bring a date to ISO 8601; a time of day is cut off, its zone is not converted.

    Args:
        words: an ISO date or date and time, or a full English date.

    Raises:
        ArticleError: for anything else, and for days that the calendar lacks.

    Example:
        >>> iso_date("Tuesday, August 16, 2016"), iso_date("2016-08-16T23:10:00+02:00")
        ('2016-08-16', '2016-08-16')
    """
    for form in _FORMS:
        match = form.fullmatch(words.strip())
        if match:
            return _on_calendar(match.groupdict(), words)
    raise ArticleError(f"date {words!r} cannot be read; allowed: {ALLOWED}")


def _on_calendar(parts: dict[str, str], words: str) -> str:
    month = parts.get("number") or _MONTHS.index(parts["month"][:3].lower()) + 1
    try:
        return date(int(parts["year"]), int(month), int(parts["day"])).isoformat()
    except ValueError as error:
        raise ArticleError(f"date {words!r} is not in the calendar: {error}") from error
