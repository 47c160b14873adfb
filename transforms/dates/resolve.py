"""From a meaning to days: what the calendar, the day of publication and the narrative make of it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import singledispatch

from transforms.dates import calendar, holiday
from transforms.dates.calendar import Period
from transforms.dates.meaning import (
    Ancient,
    Around,
    Beside,
    Clock,
    Distance,
    Era,
    Last,
    Length,
    Meaning,
    Nth,
    Numeric,
    Part,
    Point,
    Repeated,
    Same,
    Step,
    Vague,
    Window,
    YearAgo,
)
from transforms.dates.settings import DateSettings
from transforms.dates.vocabulary import unit_row
from transforms.records import Anchor, TimexType

MASK = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in time a sentence stands.

    `published` is the day that relative words count from, null when unknown; in a `narrative` the last date told,
    `story`, stands in for it. `quarter` is the last quarter told. `direction` is where dates without a year point.
    """

    published: date | None
    direction: str
    settings: DateSettings
    story: Period | None = None
    quarter: Period | None = None
    narrative: bool = False

    @property
    def today(self) -> tuple[date | None, Anchor]:
        """The day in hand and where it comes from."""
        if not self.narrative:
            return self.published, "published"
        return (self.story.last if self.story else None), "narrative"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value with its days, and what they were counted from."""

    type: TimexType
    period: Period
    anchor: Anchor


def dated(period: Period, anchor: Anchor) -> Resolved:
    """A DATE."""
    return Resolved("DATE", period, anchor)


def unknown(unit: str, anchor: Anchor = "published") -> Resolved:
    """A date of which only the unit is known."""
    return dated(Period(unit, MASK.get(unit, "XXXX-XX-XX"), None, None), anchor)


@singledispatch
def resolve(meaning: Meaning, place: Place) -> Resolved:
    """The type, value and days of a meaning at a place.

    Raises:
        TypeError: not a meaning.
    """
    raise TypeError(f"no reading of {meaning!r}")


@resolve.register
def _(meaning: Vague, place: Place) -> Resolved:
    day = None if place.narrative else place.published
    first = None if meaning.value == "PAST_REF" else day
    last = None if meaning.value == "FUTURE_REF" else day
    return dated(Period("vague", meaning.value, first, last), "published")


@resolve.register
def _(meaning: Length, place: Place) -> Resolved:
    return Resolved("DURATION", Period("duration", meaning.value, None, None), "absolute")


@resolve.register
def _(meaning: Repeated, place: Place) -> Resolved:
    return Resolved("SET", Period("set", meaning.value, None, None), "absolute")


@resolve.register
def _(meaning: Window, place: Place) -> Resolved:
    day, anchor = place.today
    if day is None:
        return Resolved("DURATION", Period("duration", meaning.value, None, None), anchor)
    row = unit_row(meaning.unit)
    if row["clock"]:
        far: date | None = calendar.plus(day, meaning.sign)
    elif meaning.count != int(meaning.count):
        far = calendar.plus(day, meaning.sign * int(row["days"][1] * meaning.count))
    else:
        far = calendar.moved(meaning.unit, day, meaning.sign * int(meaning.count))
    first, last = (far, day) if meaning.sign < 0 else (day, far)
    return Resolved("DURATION", Period("duration", meaning.value, first, last), anchor)


@resolve.register
def _(meaning: Step, place: Place) -> Resolved:
    if meaning.origin == "narrative" and place.story is not None:
        return along_story(meaning.unit, meaning.count, place.story)
    day, anchor = place.today
    if day is None:
        return unknown(meaning.unit, anchor)
    start = calendar.containing(meaning.unit, day, place.settings.week_start)
    at = calendar.moved(meaning.unit, start.first or day, meaning.count)
    if at is None:
        return unknown(meaning.unit, anchor)
    return dated(calendar.containing(meaning.unit, at, place.settings.week_start), anchor)


def along_story(unit: str, count: int, story: Period) -> Resolved:
    """So many units from the last date told; a coarser date than the unit leaves the value open."""
    if story.first is None or story.last is None:
        year = year_of(story)
        steps = {"year": 1, "decade": 10}.get(unit)
        if year is None or steps is None:
            return unknown(unit, "narrative")
        moved_year = year + steps * count
        period = (
            calendar.year(moved_year) if unit == "year" else Period("decade", f"BC{-moved_year // 10:03d}", None, None)
        )
        return dated(period, "narrative")
    order = ["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]
    rank = order.index(story.grain) if story.grain in order else 0
    if order.index(unit) < rank:
        shape = {"day": "{}-XX-XX", "week": "{}-WXX", "month": "{}-XX"}.get(unit)
        if shape is None or rank > order.index("year"):
            return unknown(unit, "narrative")
        return dated(Period(unit, shape.format(f"{story.first.year:04d}"), None, None), "narrative")
    at = calendar.moved(unit, story.first, count)
    return unknown(unit, "narrative") if at is None else dated(calendar.containing(unit, at), "narrative")


def year_of(period: Period) -> int | None:
    """The year of a period, negative before Christ."""
    if period.first is not None:
        return period.first.year
    if period.value.startswith("BC") and period.value[2:6].isdigit():
        return -int(period.value[2:6])
    return None


def weekday_way(point: Point, direction: str) -> str:
    """News tells of the last seven days: a weekday lies ahead only where the tense says so."""
    if point.weekday is None or point.month is not None:
        told = direction in ("past", "nearest")
        return "only past" if point.quarter is not None and told else direction
    return {"past": "only past", "nearest": "only past", "future": "only future"}.get(direction, direction)


COARSE = {"decade": "year", "century": "year", "fortnight": "day", "week": "day", "night": "day", "weekend": "day"}
TIMES = {"decade": 10, "century": 100, "fortnight": 14, "week": 7, "night": 1, "weekend": 7}


@resolve.register
def _(meaning: Distance, place: Place) -> Resolved:
    day, anchor = place.today
    story = place.story if meaning.origin == "narrative" else None
    row = unit_row(meaning.unit)
    sign = 1 if meaning.most > 0 else -1
    if meaning.least != meaning.most:
        return around(meaning, story.last if story else day, "narrative" if story else anchor)
    grain = COARSE.get(meaning.unit, meaning.unit)
    count = meaning.least * TIMES.get(meaning.unit, 1)
    if row["clock"]:
        grain, count = "day", 0 if abs(meaning.least) < 12 else sign * round(abs(meaning.least) / 24)
    elif count != int(count):
        grain, count = ("month", count * 12) if grain == "year" else ("day", count * 30 if grain == "month" else count)
    if story is not None:
        return along_story(grain, round(count), story)
    if day is None:
        return unknown(grain, anchor)
    at = calendar.moved(grain, day, round(count))
    if at is None:
        return unknown(grain, anchor)
    return dated(calendar.containing(grain, at, place.settings.week_start), anchor)


def around(meaning: Distance, day: date | None, anchor: Anchor) -> Resolved:
    """A vague distance: the past or the future, with the days that it allows."""
    value = "PAST_REF" if meaning.most < 0 else "FUTURE_REF"
    if day is None:
        return dated(Period(meaning.unit, value, None, None), anchor)
    unit = "day" if unit_row(meaning.unit)["clock"] else meaning.unit
    far, near = sorted((meaning.least, meaning.most))
    first, last = calendar.moved(unit, day, int(far)), calendar.moved(unit, day, int(near))
    if unit not in calendar.DAYS_OF:
        first = calendar.containing(unit, first).first if first else None
        last = calendar.containing(unit, last).last if last else None
    return dated(Period(unit, value, first, last), anchor)


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


def choose(candidates: list[Period], day: date, direction: str) -> Period | None:
    """The candidate that lies where the sentence points, seen from a day.

    "only past" and "only future" bind; "past" and "future", as tenses tell, only make the other side less likely.
    """
    known = [period for period in candidates if period.first is not None and period.last is not None]
    past = [period for period in known if period.first and period.first <= day]
    future = [period for period in known if period.last and period.last >= day]
    if direction == "only past" and past:
        return past[-1]
    if direction == "only future" and future:
        return future[0]

    def away(period: Period) -> int:
        first, last = period.first or day, period.last or day
        if first > day:
            return (first - day).days * (AGAINST if direction == "past" else 1)
        return max((day - last).days, 0) * (AGAINST if direction == "future" else 1)

    return min(known, key=away, default=None)


@resolve.register
def _(meaning: Point, place: Place) -> Resolved:
    day, anchor = place.today
    country = place.settings.holiday_country
    if isinstance(meaning.year, Step):
        year = resolve(meaning.year, place)
        if year.period.first is None:
            return dated(open_value(meaning), year.anchor)
        found = in_year(meaning, year.period.first.year, country)
        return dated(found or open_value(meaning), year.anchor)
    if meaning.year is not None:
        number = full_year(meaning.year, day) if meaning.short_year else meaning.year
        return dated(in_year(meaning, number, country) or open_value(meaning), "absolute")
    if place.narrative and place.story is not None:
        return dated(in_story(meaning, place.story, country), "narrative")
    if day is None:
        return dated(open_value(meaning), anchor)
    return dated(
        choose(candidates(meaning, day, place), day, weekday_way(meaning, place.direction)) or open_value(meaning),
        anchor,
    )


def candidates(point: Point, day: date, place: Place) -> list[Period]:
    """The periods near a day that a point without a year may name, in order of time."""
    if point.weekday is not None and point.month is None:
        near = [calendar.plus(day, step) for step in range(-6, 7)]
        return [calendar.day(at) for at in near if at is not None and at.isoweekday() == point.weekday]
    if point.month is None and point.day is not None:
        months = [calendar.months_on(day.replace(day=1), step) for step in range(-2, 3)]
        found = [in_year(replace(point, month=at.month), at.year, "GB") for at in months if at is not None]
        return [period for period in found if period is not None]
    if point.weekend:
        near = [calendar.plus(day, step) for step in (-7, 0, 7)]
        return [calendar.weekend(at, place.settings.week_start) for at in near if at is not None]
    span = 8 if point.month == 2 and point.day == 29 else 1
    years = range(max(1, day.year - span), min(9999, day.year + span) + 1)
    found = [in_year(point, year, place.settings.holiday_country) for year in years]
    known = [period for period in found if period is not None]
    if point.weekday is not None:
        fitting = [period for period in known if period.first and period.first.isoweekday() == point.weekday]
        return fitting or known
    return known


def full_year(short: int, day: date | None) -> int:
    """A year of two digits: up to twenty years ahead of the day in hand, else in the past."""
    base = day.year if day else 2020
    year = base - base % 100 + short
    return year - 100 if year > base + 20 else year + 100 if year <= base - 80 else year


def in_story(point: Point, story: Period, country: str) -> Period:
    """A point without a year in a narrative: in the year that the story has reached."""
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
    if story.first is None or story.grain not in ("day", "month", "season") or point.month is None:
        return in_year(point, year, country) or open_value(point)
    near = [in_year(point, at, country) for at in (year - 1, year, year + 1) if 1 <= at <= 9999]
    return choose([period for period in near if period], story.first, "nearest") or open_value(point)


@resolve.register
def _(meaning: Era, place: Place) -> Resolved:
    number = meaning.number
    if meaning.short:
        day = place.today[0]
        base = day.year // 10 if day else 202
        number = base - base % 10 + number
        number = number - 10 if number > base else number
    if number < 0:
        digits = 3 if meaning.unit == "decade" else 2
        return dated(Period(meaning.unit, f"BC{-number:0{digits}d}", None, None), "absolute")
    period = calendar.decade(number) if meaning.unit == "decade" else calendar.century(number)
    return dated(period, "absolute")


@resolve.register
def _(meaning: Last, place: Place) -> Resolved:
    day, anchor = place.today
    story = place.story if meaning.origin == "narrative" else None
    if story is not None:
        day, anchor = story.last, "narrative"
    point = meaning.point
    if day is None:
        return dated(open_value(point), anchor)
    if point.weekday is not None and point.month is None:
        return dated(stepped_weekday(meaning, point.weekday, day, place.settings.week_start), anchor)
    found = candidates(point, day, place)
    if meaning.sign == 0:
        here = [period for period in found if period.first and period.first.year == day.year]
        return dated(here[0] if here else open_value(point), anchor)
    if meaning.sign < 0:
        past = [period for period in found if period.last and period.last < day]
        return dated(past[-1] if past else open_value(point), anchor)
    future = [period for period in found if period.first and period.first > day]
    return dated(future[0] if future else open_value(point), anchor)


def stepped_weekday(meaning: Last, weekday: int, day: date, week_start: int) -> Period:
    """Last Friday, this Friday, next Friday: before the day in hand, in its week, or after it."""
    if meaning.sign == 0:
        start = calendar.week(day, week_start).first or day
        at = calendar.plus(start, (weekday - week_start) % 7)
        if at is not None and at < day:
            at = calendar.plus(at, 7)
    elif meaning.sign < 0:
        back = (day.isoweekday() - weekday - 1) % 7 + 1
        same_week = (day.isoweekday() - week_start) % 7 >= back
        at = calendar.plus(day, -back - (7 if meaning.apart and back <= 2 and same_week else 0))
    else:
        ahead = (weekday - day.isoweekday() - 1) % 7 + 1
        same_week = (day.isoweekday() - week_start) % 7 + ahead < 7
        at = calendar.plus(day, ahead + (7 if meaning.apart and ahead <= 2 and same_week else 0))
    return calendar.day(at) if at else Period("day", f"XXXX-WXX-{weekday}", None, None)


@resolve.register
def _(meaning: Nth, place: Place) -> Resolved:
    whole = resolve(meaning.whole, place)
    first, last = whole.period.first, whole.period.last
    if first is None or last is None:
        return unknown(meaning.unit, whole.anchor)
    if meaning.weekday is not None:
        found = nth_day(meaning.number, meaning.weekday, first, last)
    else:
        found = nth_unit(meaning.number, meaning.unit, first, last, place.settings.week_start)
    if found is None or found.first is None or found.first > last:
        return unknown(meaning.unit, whole.anchor)
    return dated(found, whole.anchor)


def nth_day(number: int, weekday: int, first: date, last: date) -> Period | None:
    """The n-th weekday of a stretch of days, -1 the last."""
    if number > 0:
        at = calendar.plus(first, (weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        at = calendar.plus(last, -((last.isoweekday() - weekday) % 7))
    return calendar.day(at) if at else None


def nth_unit(number: int, unit: str, first: date, last: date, week_start: int) -> Period | None:
    """The n-th unit of a stretch of days, -1 the last; a week belongs where its fourth day lies."""
    if number < 0:
        found = calendar.containing(unit, last, week_start)
        middle = calendar.plus(found.first, 3) if unit == "week" and found.first else None
        if middle and middle > last:
            return calendar.containing(unit, calendar.plus(last, -7) or last, week_start)
        return found
    start = calendar.containing(unit, first, week_start)
    if unit == "week" and start.first and (calendar.plus(start.first, 3) or first) < first:
        number += 1
    at = calendar.moved(unit, start.first or first, number - 1)
    return calendar.containing(unit, at, week_start) if at else None


@resolve.register
def _(meaning: Part, place: Place) -> Resolved:
    whole = resolve(meaning.whole, place)
    period = whole.period
    if meaning.rest is None:
        return replace(whole, period=calendar.share(period, meaning.first, meaning.last))
    day = place.today[0]
    if day is None or period.first is None or period.last is None:
        return whole
    if meaning.rest == "before":
        return replace(whole, period=replace(period, last=max(period.first, min(period.last, day))))
    return replace(whole, period=replace(period, first=min(period.last, max(period.first, day))))


@resolve.register
def _(meaning: Clock, place: Place) -> Resolved:
    grain = "part" if meaning.code[:1].isalpha() else "hour"
    if meaning.day is not None:
        day = resolve(meaning.day, place)
    elif meaning.any_day:
        day = unknown("day", "narrative")
    elif place.story is not None and place.story.grain in ("day", "part", "hour"):
        day = dated(place.story, "narrative")
    else:
        day = resolve(Step("day", 0), place)
    if day.type != "DATE":
        return replace(day, type="TIME")
    value = day.period.value.partition("T")[0]
    period = Period(grain, f"{value}T{meaning.code}", day.period.first, day.period.last)
    return Resolved("TIME", period, day.anchor)


@resolve.register
def _(meaning: Beside, place: Place) -> Resolved:
    base = resolve(meaning.base, place)
    inner = replace(place, story=base.period)
    moved = resolve(replace(meaning.distance, origin="narrative"), inner)
    return replace(moved, anchor=base.anchor)


@resolve.register
def _(meaning: Around, place: Place) -> Resolved:
    base = resolve(meaning.base, place)
    if base.period.first is None:
        return unknown(meaning.unit, base.anchor)
    return dated(calendar.containing(meaning.unit, base.period.first, place.settings.week_start), base.anchor)


@resolve.register
def _(meaning: Numeric, place: Place) -> Resolved:
    day, month = meaning.first, meaning.second
    if month > 12 or (place.settings.day_month == "MDY" and day <= 12):
        day, month = month, day
    return resolve(Point(year=meaning.year, month=month, day=day, short_year=meaning.short_year), place)


@resolve.register
def _(meaning: Ancient, place: Place) -> Resolved:
    if place.story is None or not place.story.value.startswith("BC") or not isinstance(meaning.point.year, int):
        return dated(Period("none", "", None, None), "narrative")
    return dated(before_christ(meaning.point, -meaning.point.year), "absolute")


@resolve.register
def _(meaning: Same, place: Place) -> Resolved:
    if meaning.unit == "quarter" and place.quarter is not None:
        return dated(calendar.quarter(*moved_quarter(place.quarter, meaning.shift)), "narrative")
    if meaning.unit == "quarter" and not place.narrative:
        return resolve(Step("quarter", meaning.shift - 1), place)
    if place.story is None:
        return resolve(Step(meaning.unit, meaning.shift), place)
    return along_story(meaning.unit, meaning.shift, place.story)


def moved_quarter(quarter: Period, count: int) -> tuple[int, int]:
    """Year and number of the quarter that lies so many quarters on."""
    year, number = divmod(int(quarter.value[:4]) * 4 + int(quarter.value[6]) - 1 + count, 4)
    return year, number + 1


@resolve.register
def _(meaning: YearAgo, place: Place) -> Resolved:
    if meaning.number is not None:
        told = resolve(Point(quarter=meaning.number), place)
        if told.period.first is None:
            return told
        return dated(calendar.quarter(told.period.first.year - meaning.years, meaning.number), told.anchor)
    if place.quarter is not None:
        return dated(calendar.quarter(*moved_quarter(place.quarter, -4 * meaning.years)), "narrative")
    if meaning.unit == "quarter" and not place.narrative:
        return resolve(Step("quarter", -4 * meaning.years - 1), place)
    return resolve(Distance("year", -meaning.years, -meaning.years), place)
