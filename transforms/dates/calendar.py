"""Calendar periods: a TIMEX3 value with the days it covers.

Values follow TimeML (TIMEX3): days 2019-04-07, ISO weeks 2019-W15, weekends 2019-W15-WE, months, quarters 2019-Q2,
halves 2019-H1, seasons 2019-SP, decades 201 and centuries 20. Years before Christ are BC0490 and have no days here,
as `datetime.date` begins with the year 1.
"""

from calendar import isleap
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

LENGTHS = 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
LAST_DAY = date.max.toordinal()
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar; both days are null when they lie outside what `datetime.date` can hold."""

    grain: str
    value: str
    first: date | None
    last: date | None


def plus(day: date, days: int) -> date | None:
    """The day so many days on, or null outside the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= LAST_DAY else None


def length(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and isleap(year) else LENGTHS[month - 1]


def days_between(grain: str, value: str, year: int, month: int, months: int) -> Period:
    """A period of whole months that begins with a given one."""
    end_year, end_month = divmod(year * 12 + month - 1 + months - 1, 12)
    if not (1 <= year <= 9999 and 1 <= end_year <= 9999):
        return Period(grain, value, None, None)
    last = date(end_year, end_month + 1, length(end_year, end_month + 1))
    return Period(grain, value, date(year, month, 1), last)


def day(when: date) -> Period:
    """One day."""
    return Period("day", when.isoformat(), when, when)


def week(when: date, week_start: int = 1) -> Period:
    """The week that holds a day; its number is that of the ISO week with which it shares most days."""
    first = plus(when, -((when.isoweekday() - week_start) % 7))
    if first is None:
        return Period("week", "XXXX-WXX", None, None)
    iso = (plus(first, 3) or first).isocalendar()
    return Period("week", f"{iso.year:04d}-W{iso.week:02d}", first, plus(first, 6))


def weekend(when: date, week_start: int = 1) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    monday = plus(when, 1 - when.isoweekday()) or when
    iso = monday.isocalendar()
    return Period("weekend", f"{iso.year:04d}-W{iso.week:02d}-WE", plus(monday, 5), plus(monday, 6))


@lru_cache(maxsize=1 << 12)
def month(year: int, number: int) -> Period:
    """A calendar month."""
    return days_between("month", f"{year:04d}-{number:02d}", year, number, 1)


@lru_cache(maxsize=1 << 12)
def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return days_between("quarter", f"{year:04d}-Q{number}", year, 3 * number - 2, 3)


@lru_cache(maxsize=1 << 12)
def half(year: int, number: int) -> Period:
    """Half a calendar year, 1 or 2."""
    return days_between("half", f"{year:04d}-H{number}", year, 6 * number - 5, 6)


@lru_cache(maxsize=1 << 12)
def season(year: int, code: str) -> Period:
    """A meteorological season of the northern hemisphere; winter begins in December of its year."""
    return days_between("season", f"{year:04d}-{code}", year, SEASON_MONTH[code], 3)


@lru_cache(maxsize=1 << 12)
def year(number: int) -> Period:
    """A calendar year; negative numbers are years before Christ (-490 is 490 BC)."""
    if number < 0:
        return Period("year", f"BC{-number:04d}", None, None)
    return days_between("year", f"{number:04d}", number, 1, 12)


def decade(number: int) -> Period:
    """The ten years that share their first three digits, which are the number."""
    return days_between("decade", f"{number:03d}", number * 10, 1, 120)


def century(number: int) -> Period:
    """The hundred years that share their first two digits, which are the number: 19 is the 20th century."""
    return days_between("century", f"{number:02d}", number * 100, 1, 1200)


def months_on(when: date, months: int) -> date | None:
    """The same day so many months on, or the last day of a shorter month; null outside the calendar."""
    at, number = divmod(when.year * 12 + when.month - 1 + months, 12)
    if not 1 <= at <= 9999:
        return None
    return date(at, number + 1, min(when.day, length(at, number + 1)))


def containing(unit: str, when: date, week_start: int = 1) -> Period:
    """The period of a unit in which a day lies."""
    return CONTAINING[unit](when, week_start)


CONTAINING: dict[str, Callable[[date, int], Period]] = {
    "day": lambda when, _: day(when),
    "week": week,
    "weekend": weekend,
    "month": lambda when, _: month(when.year, when.month),
    "quarter": lambda when, _: quarter(when.year, (when.month + 2) // 3),
    "half": lambda when, _: half(when.year, (when.month + 5) // 6),
    "year": lambda when, _: year(when.year),
    "decade": lambda when, _: decade(when.year // 10),
    "century": lambda when, _: century(when.year // 100),
}


MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


def moved(unit: str, when: date, count: int) -> date | None:
    """A day moved by whole units; null outside the calendar."""
    if unit in DAYS_OF:
        return plus(when, DAYS_OF[unit] * count)
    return months_on(when, MONTHS_OF[unit] * count)


def days_moved(unit: str, first: date, last: date, count: int) -> tuple[date | None, date | None]:
    """The first and last of some days moved by whole units; whole months stay whole."""
    after = plus(last, 1)
    if unit in DAYS_OF or after is None or (first.day, after.day) != (1, 1):
        return moved(unit, first, count), moved(unit, last, count)
    ended = moved(unit, after, count)
    return moved(unit, first, count), plus(ended, -1) if ended else None


def share(period: Period, first: int, last: int) -> Period:
    """The part of a period from its `first` to its `last` twelfth; the value stays that of the whole."""
    if period.first is None or period.last is None:
        return period
    if period.grain == "month":
        cuts = [1, 4, 7, 9, 11, 13, 16, 18, 21, 23, 26, 28]
        start = period.first.replace(day=cuts[first - 1])
        end = period.last if last == 12 else period.first.replace(day=cuts[last] - 1)
        return replace(period, first=start, last=end)
    if period.grain in ("year", "decade", "century", "half", "quarter", "season"):
        months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
        begin = months_on(period.first, months * (first - 1) // 12)
        after = months_on(period.first, -(-months * last // 12))
        return replace(period, first=begin, last=plus(after, -1) if after else period.last)
    length = (period.last - period.first).days + 1
    return replace(
        period,
        first=plus(period.first, length * (first - 1) // 12),
        last=plus(period.first, -(-length * last // 12) - 1),
    )
