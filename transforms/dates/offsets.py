"""How far from the day of publication the days of an expression may lie, whatever that day is."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from transforms.dates import calendar
from transforms.dates.calendar import LENGTHS, Period
from transforms.dates.meaning import (
    Around,
    Beside,
    Clock,
    Distance,
    Last,
    Meaning,
    Nth,
    Numeric,
    Part,
    Point,
    Same,
    Step,
    Stretch,
    Vague,
    Window,
    YearAgo,
)
from transforms.dates.place import Place
from transforms.dates.points import in_year, nearest, turn, weekday_way
from transforms.dates.resolve import resolve
from transforms.dates.settings import DateSettings

WEEK = tuple(date(2024, 6, day) for day in range(10, 17))
"""A day of publication of each weekday, for what depends on nothing else."""

MONTHS = tuple(
    when
    for year in (2023, 2024, 2025)
    for number in range(1, 13)
    for when in (calendar.month(year, number).first, calendar.month(year, number).last)
    if when is not None
)
"""Both ends of each month of a leap year and of those around it."""

YEAR_ENDS = tuple(
    date(year, month, day) for year in range(2021, 2025) for month, day in ((1, 1), (2, 28), (3, 1), (12, 31))
)
"""Both ends of each year of four, and the days around a leap day."""

ERAS = (*MONTHS, date(2000, 1, 1), date(2020, 1, 1), date(2029, 12, 31), date(2099, 12, 31))
"""Both ends of a decade and of a century too."""

YEARS = date(2023, 3, 1), date(2025, 2, 28)
"""The two years around a leap day, for dates that come back each year: one reading turns across it, one does not."""

HOLIDAYS = date(2007, 1, 1), date(2012, 12, 31)
"""Years with an early Easter and a late one."""

DECADE = date(2019, 1, 1), date(2028, 12, 31)
"""Years for what does not come back each year, or falls on other days of the week: the 29th of February."""

SAMPLES = {
    "second": WEEK, "minute": WEEK, "hour": WEEK, "day": WEEK, "night": WEEK, "week": WEEK, "weekend": WEEK,
    "fortnight": WEEK, "half": YEAR_ENDS, "year": YEAR_ENDS, "decade": ERAS, "century": ERAS,
}  # fmt: skip


ANY_DAY = Point(month=7, day=1)
"""What stands for every day that comes back each year: all lie as far from the days around them."""


@lru_cache(maxsize=1 << 14)
def offsets(meaning: Meaning, way: str, settings: DateSettings) -> tuple[int | None, int | None]:
    """The least and the most days from the day of publication to the days meant.

    The meaning is resolved on days of publication at which it takes its extremes. For what comes back each year these
    are the days on which its reading turns to the next year, counted where that can be and else sought by halving.
    """
    if meaning != ANY_DAY and comes_each_year(meaning):
        return offsets(ANY_DAY, way, settings)
    days = sample(meaning)
    seen: dict[date, Period] = {}

    def at(day: date) -> Period:
        if day not in seen:
            seen[day] = reading(meaning, day, way, settings)
        return seen[day]

    def search(early: date, late: date) -> None:
        if (late - early).days > 1 and at(early) != at(late):
            middle = early + timedelta(days=(late - early).days // 2)
            at(middle)
            search(early, middle)
            search(middle, late)

    point = returning(meaning) if len(days) == 2 else None
    for day in turns(point, days, way, settings) if point is not None else days:
        at(day)
    if point is None and len(days) == 2:
        search(*days)
    least = [(period.first - day).days for day, period in seen.items() if period.first is not None]
    most = [(period.last - day).days for day, period in seen.items() if period.last is not None]
    return min(least, default=None), max(most, default=None)


def returning(meaning: Meaning) -> Point | None:
    """What of a meaning comes back each year and tells alone on which days its reading turns, or null."""
    match meaning:
        case Point(year=None, weekday=None, weekend=False):
            told = meaning.month or meaning.quarter or meaning.half or meaning.season or meaning.holiday
            return meaning if told and (meaning.month, meaning.day) != (2, 29) else None
        case Part(whole=inner, rest=None) | Stretch(whole=inner) | Nth(whole=inner) | Around(base=inner):
            return returning(inner)
        case Beside(base=inner):
            return returning(inner)
        case Clock(day=day) if day is not None:
            return returning(day)
    return None


def turns(point: Point, ends: tuple[date, ...], way: str, settings: DateSettings) -> list[date]:
    """The ends, and between them the last day of each reading of a point and the first of the next."""
    early, late = ends
    years = range(early.year - 1, late.year + 2)
    found = [in_year(point, year, settings.holiday_country) for year in years]
    known = [period for period in found if period is not None]
    last = [turn(one, other, weekday_way(point, way)) for one, other in pairwise(known)]
    days = [day + timedelta(days=step) for day in last if day is not None for step in (0, 1)]
    return [early, *(day for day in days if early < day < late), late]


def reading(meaning: Meaning, day: date, way: str, settings: DateSettings) -> Period:
    """What a meaning comes to on a day of publication."""
    if isinstance(meaning, Point) and meaning.year is None:
        return nearest(meaning, day, way, settings)
    return resolve(meaning, Place(day, way, settings)).period


def comes_each_year(meaning: Meaning) -> bool:
    """Whether a meaning is a day of a month that every year has, and no more."""
    return (
        isinstance(meaning, Point)
        and meaning.month is not None
        and meaning.day is not None
        and meaning.year is None
        and meaning.weekday is None
        and meaning.day <= LENGTHS[meaning.month - 1]
    )


def sample(meaning: Meaning) -> tuple[date, ...]:
    """The days of publication on which to resolve a meaning; two are the ends of years to search."""
    match meaning:
        case Point():
            return yearly(meaning)
        case Last(point=point):
            return yearly(point)
        case Step(unit=unit) | Same(unit=unit) | Distance(unit=unit) | Window(unit=unit):
            return SAMPLES.get(unit, MONTHS)
        case Clock(day=day):
            return sample(day) if day is not None else WEEK
        case Numeric():
            return YEARS
        case Nth(whole=inner) | Around(base=inner) | Beside(distance=Last(), base=inner):
            return DECADE if sample(inner) is YEARS else sample(inner)
        case Part(whole=inner) | Stretch(whole=inner) | Beside(base=inner):
            return sample(inner)
        case Vague():
            return WEEK
        case YearAgo(unit="day" | "week" | "month"):
            return MONTHS
        case YearAgo(number=number):
            return YEAR_ENDS if number is None else YEARS
    return MONTHS


def yearly(point: Point) -> tuple[date, ...]:
    """The days for a point without a year: those of a week for a weekday, else the ends of some years."""
    if point.year is not None:
        return MONTHS
    if point.weekend or (point.weekday is not None and point.month is None):
        return WEEK
    if point.holiday is not None:
        return HOLIDAYS
    if point.weekday is not None or (point.month, point.day) == (2, 29):
        return DECADE
    return YEARS
