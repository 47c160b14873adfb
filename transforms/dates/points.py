"""Dates of which parts are told: the periods that they may name, and the choice among them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from math import floor

from transforms.dates import calendar, holiday
from transforms.dates.calendar import Period
from transforms.dates.meaning import Point
from transforms.dates.place import Told
from transforms.dates.settings import DateSettings


@lru_cache(maxsize=1 << 14)
def in_year(point: Point, year: int, country: str) -> Period | None:
    """The period that a point names in a given year, or null where that year has none (29 February)."""
    if year < 0:
        return before_christ(point, year)
    if point.holiday is not None:
        at = holiday.day_of(point.holiday, year, country)
        return calendar.day(at) if at else None
    if point.season is not None:
        return calendar.season(year, point.season)
    if point.quarter is not None:
        return calendar.quarter(year, point.quarter)
    if point.half is not None:
        return calendar.half(year, point.half)
    if point.month is None:
        return calendar.year(year)
    if point.day is None:
        return calendar.month(year, point.month)
    try:
        return calendar.day(date(year, point.month, point.day))
    except ValueError:
        return None


def before_christ(point: Point, year: int) -> Period:
    """A period before Christ, which has a value and no days."""
    value = calendar.year(year).value
    if point.season is not None:
        return Period("season", f"{value}-{point.season}", None, None)
    if point.month is None:
        return Period("year", value, None, None)
    if point.day is None:
        return Period("month", f"{value}-{point.month:02d}", None, None)
    return Period("day", f"{value}-{point.month:02d}-{point.day:02d}", None, None)


def open_value(point: Point) -> Period:
    """A point whose year stays unknown."""
    if point.weekday is not None and point.month is None:
        return Period("day", f"XXXX-WXX-{point.weekday}", None, None)
    if point.holiday is not None:
        return Period("day", "XXXX-XX-XX", None, None)
    if point.weekend:
        return Period("weekend", "XXXX-WXX-WE", None, None)
    if point.season is not None:
        return Period("season", f"XXXX-{point.season}", None, None)
    if point.quarter is not None:
        return Period("quarter", f"XXXX-Q{point.quarter}", None, None)
    if point.half is not None:
        return Period("half", f"XXXX-H{point.half}", None, None)
    if point.month is None:
        return Period("day", f"XXXX-XX-{point.day:02d}" if point.day else "XXXX-XX-XX", None, None)
    if point.day is None:
        return Period("month", f"XXXX-{point.month:02d}", None, None)
    return Period("day", f"XXXX-{point.month:02d}-{point.day:02d}", None, None)


AGAINST = 3
"""How many days in the direction of the tense weigh as much as one against it."""

AHEAD = 1.5
"""How many days behind weigh as much as one ahead where no verb tells: news looks back more often than forward."""


def nearest(point: Point, day: date, direction: str, settings: DateSettings) -> Period:
    """The period that a point without a year names where the sentence points, seen from a day."""
    found = choose(candidates(point, day, settings), day, weekday_way(point, direction))
    return found or open_value(point)


def choose(candidates: Sequence[Period], day: date, direction: str) -> Period | None:
    """The candidate that lies where the sentence points, seen from a day.

    "only past" and "only future" bind; "past" and "future", as tenses tell, only make the other side less likely.
    News calls the next day by its weekday where no verb tells, and names the day before whatever the verbs near it say.
    """
    known = [period for period in candidates if period.first is not None and period.last is not None]
    if direction == "nearest weekday":
        direction = "only future" if known and known[-1].first == calendar.plus(day, 1) else "only past"
    elif direction == "future weekday":
        direction = "only past" if known and known[0].first == calendar.plus(day, -1) else "only future"
    if direction == "only past":
        past = [period for period in known if period.first and period.first <= day]
        known = past[-1:] or known
    elif direction == "only future":
        future = [period for period in known if period.last and period.last >= day]
        known = future[:1] or known
    ahead, behind = weights(direction)

    def away(period: Period) -> float:
        first, last = period.first or day, period.last or day
        if first > day:
            return (first - day).days * ahead
        return (day - last).days * behind if last < day else 0

    return min(known, key=away, default=None)


def weights(direction: str) -> tuple[float, float]:
    """How much a day ahead and a day behind count where the sentence points."""
    return {"past": AGAINST, "nearest": AHEAD}.get(direction, 1), AGAINST if direction == "future" else 1


def turn(one: Period, other: Period, direction: str) -> date | None:
    """The last day from which `choose` takes the earlier of two periods that follow each other in its candidates."""
    if one.last is None or other.first is None:
        return None
    if direction in ("only past", "only future"):
        return calendar.plus(other.first, -1) if direction == "only past" else one.last
    ahead, behind = weights(direction)
    return calendar.plus(one.last, floor((other.first - one.last).days * ahead / (ahead + behind)))


CLOSE = 31
"""How many days from the day in hand a winter or a Christmas of another year is still this one."""


def in_hand(candidates: Sequence[Period], day: date) -> Period | None:
    """The one that "this" means: under way or close by, else that of the year in hand."""
    close = [period for period in candidates if 0 <= days_away(period, day) <= CLOSE]
    here = [period for period in candidates if period.first and period.first.year == day.year]
    return choose(close, day, "nearest") or next(iter(here), None)


def days_away(period: Period, day: date) -> int:
    """How many days lie between a period and a day; a negative number where the period has no days."""
    if period.first is None or period.last is None:
        return -1
    return max((period.first - day).days, (day - period.last).days, 0)


def candidates(point: Point, day: date, settings: DateSettings) -> Sequence[Period]:
    """The periods near a day that a point without a year may name, in order of time."""
    if point.weekday is not None and point.month is None:
        ahead = (point.weekday - day.isoweekday()) % 7
        near = [calendar.plus(day, step) for step in ((ahead - 7, ahead) if ahead else (0,))]
        return [calendar.day(at) for at in near if at is not None]
    if point.month is None and point.day is not None:
        months = [calendar.months_on(day.replace(day=1), step) for step in range(-2, 3)]
        found = [in_year(replace(point, month=at.month), at.year, "GB") for at in months if at is not None]
        return [period for period in found if period is not None]
    if point.weekend:
        near = [calendar.plus(day, step) for step in (-7, 0, 7)]
        return [calendar.weekend(at, settings.week_start) for at in near if at is not None]
    return near_year(point, day.year, settings.holiday_country)


@lru_cache(maxsize=1 << 14)
def near_year(point: Point, year: int, country: str) -> tuple[Period, ...]:
    """The periods that a point names in the years around one, on its weekday where it has one that fits."""
    span = 8 if point.month == 2 and point.day == 29 else 1
    years = range(max(1, year - span), min(9999, year + span) + 1)
    found = [in_year(point, number, country) for number in years]
    known = tuple(period for period in found if period is not None)
    if point.weekday is not None:
        fitting = tuple(period for period in known if period.first and period.first.isoweekday() == point.weekday)
        return fitting or known
    return known


def weekday_way(point: Point, direction: str) -> str:
    """News tells of the last seven days: a weekday lies ahead only where the tense says so, as a weekend does."""
    if point.weekend and direction in ("past", "future"):
        return f"only {direction}"
    if point.weekday is None or point.month is not None:
        told = direction in ("past", "nearest")
        return "only past" if point.quarter is not None and told else direction
    return {"past": "only past", "nearest": "nearest weekday", "future": "future weekday"}.get(direction, direction)


def full_year(short: int, day: date | None) -> int:
    """A year of two digits: up to twenty years ahead of the day in hand, else in the past."""
    base = day.year if day else 2020
    year = base - base % 100 + short
    return year - 100 if year > base + 20 else year + 100 if year <= base - 80 else year


def in_story(point: Point, told: tuple[Told, ...], country: str) -> Period:
    """A point without a year in a narrative, given the dates told so far, the last one first."""
    story = told[0].period
    year = year_of(story)
    if point.weekday is not None and point.month is None:
        if story.grain != "day" or story.first is None:
            return open_value(point)
        at = calendar.plus(story.first, (point.weekday - story.first.isoweekday()) % 7)
        return calendar.day(at) if at else open_value(point)
    if point.weekend or year is None:
        return open_value(point)
    if point.month is None and point.day is not None and story.grain in ("day", "month") and story.first is not None:
        point = replace(point, month=story.first.month)
    elif point.month is None and point.day is not None:
        return open_value(point)
    if story.first is None:
        return in_year(point, year, country) or open_value(point)
    return continued(point, told, country) or in_year(point, year, country) or open_value(point)


LED, PASSING, AGAIN, BACK = 30, 150, 100, 2
"""In days: what a year counts for as a distance, where it opens a sentence and where not, what each date told since
adds; and how many times over a day counts that lies back."""


def continued(point: Point, told: tuple[Told, ...], country: str) -> Period | None:
    """The period that best carries on from one of the dates told: soon after it rather than before it.

    A year told by itself takes in every date of that year, but a day shortly after the last one is the likelier.
    """
    best: tuple[int, Period] | None = None
    for place, one in enumerate(told):
        period = one.period
        if period.first is None or period.last is None:
            continue
        whole = period.grain in ("year", "half", "decade")
        years = {period.first.year, period.last.year} if whole else {period.first.year + step for step in (-1, 0, 1)}
        for year in sorted(years):
            found = in_year(point, year, country) if 1 <= year <= 9999 else None
            if found is None or found.first is None or found.last is None:
                continue
            if whole:
                away = LED if one.leads else PASSING
            elif found.last < period.first:
                away = BACK * (period.first - found.last).days
            else:
                away = max((found.first - period.last).days, 0)
            cost = away + AGAIN * place
            if best is None or cost < best[0]:
                best = cost, found
    return best[1] if best else None


def year_of(period: Period) -> int | None:
    """The year of a period, negative before Christ."""
    if period.first is not None:
        return period.first.year
    if period.value.startswith("BC") and period.value[2:6].isdigit():
        return -int(period.value[2:6])
    return None
