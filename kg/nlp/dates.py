"""Reads time expressions against the article's date and the verb's tense.

What may go in: English dates. No library reads "last September" or "1941 to 1979" as news means
them, and `dateparser` takes "Tuesday" on a Tuesday for the week before, so the rules are ours.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from kg.model import Time

Tense = Literal["past", "present", "future"]
Bounds = tuple[date, date, str]  # first day, last day, coarsest exact value

TIME_NOUNS = frozenset(
    "second minute hour day week month year decade century time moment night morning evening "
    "afternoon weekend noon midnight".split()
)
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_WORDS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"a": 1, "an": 1, "several": 0, "a few": 0}
_MONTH = "(?P<month>" + "|".join([*_MONTHS, *_SHORT]) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_BEFORE_YEAR = "in|of|the|early|late|mid|by|year|during|spring|summer|autumn|fall|winter"
_NAMED = r"(?:" + "|".join([*_MONTHS, *_SHORT, *_WEEKDAYS]) + r")\b\.?(?: \d{1,2},?)?(?: \d{4})?"
_UNITS = r"(?P<unit>day|week|month|year|decade)s?"


def resolve(text: str, *, published: date | None, tense: Tense = "past") -> Time | None:
    """Give the bounds of a time expression.

    Args:
        text: the words, as "last September", "on Tuesday", "1941 to 1979", "the 1980s".
        published: the article's date; without it only absolute expressions are read.
        tense: of the verb that the expression belongs to; decides which Tuesday is meant.

    Returns:
        The time, or None when the words give no bounds ("recently").

    Example:
        >>> resolve("last September", published=date(2016, 8, 16)).value
        '2015-09'
        >>> resolve("on Wednesday", published=date(2016, 8, 16), tense="future").value
        '2016-08-17'
    """
    words = re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip(" ,.'")
    for pattern, read in _RULES:
        match = pattern.search(words)
        if match:
            bounds = _safely(read, match, published, tense)
            if bounds:
                first, last, value = bounds
                return Time(value=value, start=first.isoformat(), end=last.isoformat(), text=text)
    return None


Reader = Callable[[re.Match[str], date | None, Tense], Bounds | None]


def _safely(
    read: Reader, match: re.Match[str], published: date | None, tense: Tense
) -> Bounds | None:
    try:
        bounds = read(match, published, tense)
    except (ValueError, OverflowError):  # 31 February, year 0
        return None
    return bounds if bounds and bounds[0] <= bounds[1] else None


def _day_bounds(day: date) -> Bounds:
    return day, day, day.isoformat()


def _month_bounds(year: int, month: int) -> Bounds:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, 1), date(year, month, last), f"{year:04d}-{month:02d}"


def _year_bounds(year: int) -> Bounds:
    return date(year, 1, 1), date(year, 12, 31), f"{year:04d}"


def _month_of(match: re.Match[str]) -> int:
    name = match["month"]
    return _MONTHS.get(name) or _SHORT[name]


def _iso(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    return _day_bounds(date.fromisoformat(match[0]))


def _full(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    return _day_bounds(date(int(match["year"]), _month_of(match), int(match["day"])))


def _month_year(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    return _month_bounds(int(match["year"]), _month_of(match))


def _day_month(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """August 16: the nearest one in the direction of the tense."""
    if published is None:
        return None
    month, day = _month_of(match), int(match["day"])
    found = date(published.year, month, day)
    if tense == "present":
        return _day_bounds(_nearest(published, month, day))
    if tense == "past" and found > published:
        found = date(published.year - 1, month, day)
    if tense == "future" and found < published:
        found = date(published.year + 1, month, day)
    return _day_bounds(found)


def _nearest(published: date, month: int, day: int) -> date:
    """The day of a month nearest to the article's: "leaves office on December 31"."""
    years = (published.year - 1, published.year, published.year + 1)
    return min((date(y, month, day) for y in years), key=lambda d: abs(d - published))


def _bare_month(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """September, last September, next September."""
    if published is None:
        return None
    month, which = _month_of(match), match["which"] or ""
    year = published.year
    if which == "last" or (which != "next" and which != "this" and tense == "past"):
        past = month < published.month or (month == published.month and not which)
        year -= 0 if past else 1
    elif which == "next" or (which != "this" and tense == "future"):
        year += 0 if month > published.month else 1
    return _month_bounds(year, month)


def _weekday(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    if published is None:
        return None
    which, wanted = match["which"] or "", _WEEKDAYS[match["weekday"]]
    back = (published.weekday() - wanted) % 7
    if which == "next" or (which != "last" and tense == "future"):
        ahead = (wanted - published.weekday()) % 7
        return _day_bounds(published + timedelta(ahead or (7 if which == "next" else 0)))
    return _day_bounds(published - timedelta(back or (7 if which == "last" else 0)))


def _days(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """August 3 to 5, 2016."""
    month, year = _month_of(match), match["year"]
    told = int(year) if year else published.year if published else None
    if told is None:
        return None
    first = date(told, month, int(match["day"]))
    return first, first.replace(day=int(match["until"])), first.isoformat()


def _iso_month(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    return _month_bounds(int(match["year"]), int(match["number"]))


def _interval(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """June 2015 to May 2016; from Monday to Tuesday."""
    ends = [resolve(match[end], published=published, tense=tense) for end in ("from", "to")]
    if ends[0] is None or ends[1] is None:
        return None
    first, last = date.fromisoformat(ends[0].start), date.fromisoformat(ends[1].end)
    return first, last, f"{ends[0].value}/{ends[1].value}"


def _relative_day(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    if match[0].startswith("the day before"):
        return _day_bounds(published - timedelta(2)) if published else None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match[0], 0)
    return _day_bounds(published + timedelta(shift)) if published else None


def _relative_unit(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """Last week, this month, next year."""
    if published is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"], 0)
    return _unit_bounds(match["unit"], published, step)


def _unit_bounds(unit: str, published: date, step: int) -> Bounds | None:
    if unit == "year":
        return _year_bounds(published.year + step)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return _month_bounds(months // 12, months % 12 + 1)
    if unit == "week":
        first = published - timedelta(published.weekday()) + timedelta(7 * step)
        return first, first + timedelta(6), f"{first.isoformat()}"
    return None


def _ago(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """Two weeks ago; vague for anything longer than a day."""
    number = match["number"]
    count = int(number) if number.isdigit() else _WORDS.get(number, 0)
    if published is None or not count:
        return None
    if match["unit"] == "day":
        return _day_bounds(published - timedelta(count))
    if match["unit"] == "decade":
        return None
    return _unit_bounds(match["unit"], published, -count)


def _years(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """1941 to 1979, 2011-14."""
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    value = f"{first}/{last}"
    return date(int(first), 1, 1), date(int(last), 12, 31), value


def _decade(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    first = int(match["decade"]) * 10
    return date(first, 1, 1), date(first + 9, 12, 31), f"{first}/{first + 9}"


def _year(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    return _year_bounds(int(match["year"]))


def _since(match: re.Match[str], published: date | None, tense: Tense) -> Bounds | None:
    """Since 2011: from then to the article."""
    began = resolve(match["rest"], published=published, tense="past")
    if began is None or published is None:
        return None
    return date.fromisoformat(began.start), published, began.value


_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\b\d{4}-\d{2}-\d{2}\b", _iso),
        (r"^(?P<year>[12]\d{3})-(?P<number>0[1-9]|1[0-2])$", _iso_month),
        (r"^since (?P<rest>.+)", _since),
        (rf"\b{_MONTH} {_DAY} ?(?:to|-|–) ?(?P<until>\d{{1,2}})(?:,? {_YEAR})?\b", _days),
        (rf"^(?:from )?(?P<from>{_NAMED}) ?(?:to|until|-|–) ?(?P<to>{_NAMED})$", _interval),
        (rf"\b{_MONTH} {_DAY},? {_YEAR}\b", _full),
        (rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b", _full),
        (rf"\b{_MONTH},? (?:of )?{_YEAR}\b", _month_year),
        (r"\b(?P<first>[12]\d{3}) ?(?:to|and|until|-|–|—) ?(?P<last>[12]\d{3}|\d{2})\b", _years),
        (rf"\b{_MONTH} {_DAY}\b(?! ?\d)", _day_month),
        (rf"\b{_DAY} (?:of )?{_MONTH}(?!\w)", _day_month),
        (rf"\b(?:(?P<which>last|next|this) )?{_MONTH}(?!\w)", _bare_month),
        (r"\b(?:(?P<which>last|next|this) )?(?P<weekday>" + "|".join(_WEEKDAYS) + r")\b", _weekday),
        (r"\b(?:the day before yesterday|yesterday|today|tomorrow|tonight)\b", _relative_day),
        (r"\bthis (?:morning|afternoon|evening)\b", _relative_day),
        (rf"\b(?P<which>last|this|next|previous|coming) {_UNITS}\b", _relative_unit),
        (rf"\b(?P<number>\d+|[a-z]+) {_UNITS} ago\b", _ago),
        (r"\b(?P<decade>[12]\d{2})0'?s\b", _decade),
        (
            rf"(?:^|\b(?:{_BEFORE_YEAR})[ -])"
            rf"{_YEAR}(?:$|\b(?!\d))",
            _year,
        ),
    )
)
