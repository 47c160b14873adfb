"""Calendar units by number, and the days that fit a pattern, as the calendar network counts them.

Days are ordinals (`date.toordinal`); weeks begin on Monday.
"""

from datetime import date
from typing import Literal

from transforms.dates.pattern import Pattern

Unit = Literal["day", "week", "month", "quarter", "year"]

MIN_DAY, MAX_DAY = date.min.toordinal(), date.max.toordinal()
MONTHS = {"month": 1, "quarter": 3, "year": 12}
YEARS_TO_LOOK = 40
"""Any weekday meets any month and day, 29 February too, at least once in this many years."""


def index_of(unit: Unit, day: int) -> int:
    """The number of the unit that a day lies in."""
    if unit == "day":
        return day
    if unit == "week":
        return (day - 1) // 7
    at = date.fromordinal(min(max(day, MIN_DAY), MAX_DAY))
    return ((at.year - 1) * 12 + at.month - 1) // MONTHS[unit]


def first_day(unit: Unit, index: int) -> int | None:
    """The first day of a unit, null outside the calendar."""
    if unit == "day":
        day = index
    elif unit == "week":
        day = index * 7 + 1
    else:
        months = index * MONTHS[unit]
        if not 0 <= months < 12 * date.max.year:
            return None
        return date(months // 12 + 1, months % 12 + 1, 1).toordinal()
    return day if MIN_DAY <= day <= MAX_DAY else None


def last_day(unit: Unit, index: int) -> int | None:
    """The last day of a unit, null outside the calendar."""
    if unit == "day":
        return first_day(unit, index)
    after = first_day(unit, index + 1)
    return None if after is None else after - 1


def next_match(day: int, pattern: Pattern) -> int | None:
    """The first day from `day` on that fits a pattern, null when the calendar ends before."""
    return _search(day, pattern, 1)


def previous_match(day: int, pattern: Pattern) -> int | None:
    """The last day up to `day` that fits a pattern, null when the calendar begins after."""
    return _search(day, pattern, -1)


def _search(day: int, pattern: Pattern, step: int) -> int | None:
    if not MIN_DAY <= day <= MAX_DAY:
        return None
    if pattern.month is None and pattern.day is None and pattern.weekday is not None:
        found = day + step * (step * (pattern.weekday + 1 - day) % 7)
        return found if MIN_DAY <= found <= MAX_DAY else None
    if pattern.month is None or pattern.day is None:
        return _walk(day, pattern, step)
    start = date.fromordinal(day)
    for year in range(start.year, start.year + step * YEARS_TO_LOOK, step):
        if not date.min.year <= year <= date.max.year:
            return None
        try:
            candidate = date(year, pattern.month, pattern.day).toordinal()
        except ValueError:
            continue
        if (candidate - day) * step >= 0 and pattern.matches(candidate):
            return candidate
    return None


def _walk(day: int, pattern: Pattern, step: int) -> int | None:
    while MIN_DAY <= day <= MAX_DAY:
        at = date.fromordinal(day)
        if pattern.month is not None and at.month != pattern.month:
            index = index_of("month", day) + step
            edge = first_day("month", index) if step > 0 else last_day("month", index)
            if edge is None:
                return None
            day = edge
            continue
        if pattern.matches(day):
            return day
        day += step
    return None
