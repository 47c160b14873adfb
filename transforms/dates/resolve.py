"""From a meaning to days: what the calendar, the day of publication and the narrative make of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, singledispatch

from transforms.dates import calendar
from transforms.dates.calendar import Period
from transforms.dates.meaning import (
    THIS_WEEKEND,
    Ancient,
    Around,
    Beside,
    Clock,
    Distance,
    Era,
    FromEvent,
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
    Stretch,
    Vague,
    Window,
    YearAgo,
)
from transforms.dates.place import Place, Resolved, dated, unknown
from transforms.dates.points import (
    before_christ,
    candidates,
    full_year,
    in_hand,
    in_story,
    in_year,
    nearest,
    open_value,
)
from transforms.dates.steps import along_story, around, moved_quarter, nth_day, nth_unit, stepped_weekday
from transforms.dates.vocabulary import unit_row


def resolve(meaning: Meaning, place: Place) -> Resolved:
    """The type, value and days of a meaning at a place.

    Raises:
        TypeError: not a meaning.
    """
    kind: type = type(meaning)
    return reader(kind)(meaning, place)


@singledispatch
def read(meaning: Meaning, place: Place) -> Resolved:
    """What `resolve` says of a kind of meaning, as each of the readers below has it."""
    raise TypeError(f"no reading of {meaning!r}")


@cache
def reader(kind: type) -> Callable[[Meaning, Place], Resolved]:
    """The reader of a kind of meaning; asking for it each time takes longer than most readers do."""
    return read.dispatch(kind)


@read.register
def _(meaning: Vague, place: Place) -> Resolved:
    day = None if place.narrative else place.published
    first = None if meaning.value == "PAST_REF" else day
    last = None if meaning.value == "FUTURE_REF" else day
    return dated(Period("vague", meaning.value, first, last), "published")


@read.register
def _(meaning: Length, place: Place) -> Resolved:
    return Resolved("DURATION", Period("duration", meaning.value, None, None), "absolute")


@read.register
def _(meaning: Repeated, place: Place) -> Resolved:
    return Resolved("SET", Period("set", meaning.value, None, None), "absolute")


@read.register
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


@read.register
def _(meaning: Step, place: Place) -> Resolved:
    if meaning.origin == "narrative" and place.story is not None:
        return along_story(meaning.unit, meaning.count, place.story)
    day, anchor = place.today
    if day is None:
        return unknown(meaning.unit, anchor)
    start = calendar.containing(meaning.unit, day, place.settings.week_start)
    count = meaning.count - (meaning == THIS_WEEKEND and _just_over(place, day))
    at = calendar.moved(meaning.unit, start.first or day, count)
    if at is None:
        return unknown(meaning.unit, anchor)
    return dated(calendar.containing(meaning.unit, at, place.settings.week_start), anchor)


def _just_over(place: Place, day: date) -> bool:
    """Whether a sentence in the past means the weekend that has just gone by: "agreed this weekend", on a Monday."""
    return place.direction in ("past", "only past") and day.isoweekday() < 3


COARSE = {"decade": "year", "century": "year", "fortnight": "day", "week": "day", "night": "day", "weekend": "day"}
"""The unit that another is counted in."""
TIMES = {"decade": 10, "century": 100, "fortnight": 14, "week": 7, "night": 1, "weekend": 7}
"""How many of that unit make one."""
PER_HOUR = {"hour": 1, "minute": 60, "second": 3600}
"""How many of a unit make an hour."""


@read.register
def _(meaning: Distance, place: Place) -> Resolved:
    day, anchor = place.today
    story = place.story if meaning.origin == "narrative" else None
    row = unit_row(meaning.unit)
    sign = 1 if meaning.most > 0 else -1
    if meaning.least != meaning.most:
        return around(meaning, (story.first, story.last) if story else (day, day), "narrative" if story else anchor)
    grain = COARSE.get(meaning.unit, meaning.unit)
    count = meaning.least * TIMES.get(meaning.unit, 1)
    if row["clock"]:
        hours = abs(meaning.least) / PER_HOUR[meaning.unit]
        grain, count = "day", 0 if hours < 12 else sign * round(hours / 24)
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


@read.register
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
        return dated(in_story(meaning, place.told, country), "narrative")
    if day is None:
        return dated(open_value(meaning), anchor)
    return dated(nearest(meaning, day, place.direction, place.settings), anchor)


@read.register
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


WITHIN_WEEK = frozenset({"day", "weekend", "week"})


def told_last(place: Place, point: Point) -> Period | None:
    """The date told last that a step counts from: for a weekday one no longer than a week."""
    told = (place.story, *(one.period for one in place.told))
    exact = point.weekday is None or point.month is not None
    return next((period for period in told if period and (exact or period.grain in WITHIN_WEEK)), None)


@read.register
def _(meaning: Last, place: Place) -> Resolved:
    day, anchor = place.today
    point = meaning.point
    story = told_last(place, point) if meaning.origin == "narrative" else None
    if story is not None:
        day, anchor = story.last, "narrative"
    if day is None:
        return dated(open_value(point), anchor)
    if point.weekday is not None and point.month is None:
        return dated(stepped_weekday(meaning, point.weekday, day, place.settings.week_start), anchor)
    found = candidates(point, day, place.settings)
    if meaning.sign == 0:
        return dated(in_hand(found, day) or open_value(point), anchor)
    if meaning.sign < 0:
        past = [period for period in found if period.last and period.last < day]
        return dated(past[-1] if past else open_value(point), anchor)
    future = [period for period in found if period.first and period.first > day]
    return dated(future[0] if future else open_value(point), anchor)


@read.register
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


@read.register
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


@read.register
def _(meaning: Stretch, place: Place) -> Resolved:
    whole = resolve(meaning.whole, place)
    first, last = whole.period.first, whole.period.last
    if first is not None and last is not None:
        if meaning.count > 0:
            after = calendar.moved(meaning.unit, first, meaning.count)
            last = calendar.plus(after, -1) if after else last
        else:
            next_day = calendar.plus(last, 1)
            first = calendar.moved(meaning.unit, next_day, meaning.count) if next_day else None
    return Resolved("DURATION", Period("duration", meaning.value, first, last), whole.anchor)


@read.register
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
    last = calendar.plus(day.period.last, meaning.days - 1) if day.period.last else None
    period = Period(grain, f"{value}T{meaning.code}", day.period.first, last)
    return Resolved("TIME", period, day.anchor)


@read.register
def _(meaning: Beside, place: Place) -> Resolved:
    base = resolve(meaning.base, place)
    inner = replace(place, story=base.period)
    moved = resolve(replace(meaning.distance, origin="narrative"), inner)
    return replace(moved, anchor=base.anchor)


@read.register
def _(meaning: FromEvent, place: Place) -> Resolved:
    if place.story is None:
        return unknown(meaning.unit, "narrative")
    return along_story(meaning.unit, meaning.shift, place.story)


@read.register
def _(meaning: Around, place: Place) -> Resolved:
    if meaning.unit == "quarter" and place.quarter is not None:  # companies number the quarters of their own years
        return dated(place.quarter, "narrative")
    base = resolve(meaning.base, place)
    if base.period.first is None:
        return unknown(meaning.unit, base.anchor)
    return dated(calendar.containing(meaning.unit, base.period.first, place.settings.week_start), base.anchor)


@read.register
def _(meaning: Numeric, place: Place) -> Resolved:
    day, month = meaning.first, meaning.second
    if month > 12 or (place.settings.day_month == "MDY" and day <= 12):
        day, month = month, day
    return resolve(Point(year=meaning.year, month=month, day=day, short_year=meaning.short_year), place)


@read.register
def _(meaning: Ancient, place: Place) -> Resolved:
    if place.story is None or not place.story.value.startswith("BC") or not isinstance(meaning.point.year, int):
        return dated(Period("none", "", None, None), "narrative")
    return dated(before_christ(meaning.point, -meaning.point.year), "absolute")


@read.register
def _(meaning: Same, place: Place) -> Resolved:
    if meaning.year is not None:
        if place.quarter is None:
            return dated(calendar.year(meaning.year), "absolute")
        return dated(calendar.quarter(meaning.year, moved_quarter(place.quarter, 0)[1]), "narrative")
    if meaning.unit == "quarter" and place.quarter is not None:
        return dated(calendar.quarter(*moved_quarter(place.quarter, meaning.shift)), "narrative")
    if meaning.unit == "quarter" and not place.narrative:
        return resolve(Step("quarter", meaning.shift - 1), place)
    if place.story is None or ((meaning.loose or meaning.told) and lies_ahead(place)):
        return resolve(Step(meaning.unit, meaning.shift), place)
    story = _as_exact(meaning.unit, place.story, place)
    if meaning.told and (story.grain != "day" or _to_come(story, place)):
        return resolve(Step("day", 0), place)
    return along_story(meaning.unit, meaning.shift, story)


def _as_exact(unit: str, story: Period, place: Place) -> Period:
    """The date told last that is no coarser than a unit of days: "on Friday, after a row since May. That night"."""
    exact = {"day": {"day"}, "week": WITHIN_WEEK, "weekend": WITHIN_WEEK}.get(unit)
    if exact is None or place.narrative:
        return story
    return next((told.period for told in place.told if told.period.grain in exact), story)


def _to_come(period: Period, place: Place) -> bool:
    """Whether a day told lies behind the day of publication."""
    return period.last is not None and place.published is not None and period.last > place.published


def lies_ahead(place: Place) -> bool:
    """Whether news that last told a date now over speaks of what is to come."""
    told = place.story.last if place.story else None
    ahead = place.direction.endswith("future") and not place.narrative
    return ahead and told is not None and place.published is not None and told < place.published


@read.register
def _(meaning: YearAgo, place: Place) -> Resolved:
    if meaning.number is not None:
        told = resolve(Point(quarter=meaning.number), place)
        if told.period.first is None:
            return told
        return dated(calendar.quarter(told.period.first.year - meaning.years, meaning.number), told.anchor)
    if meaning.unit in ("day", "week", "month"):
        day, anchor = place.today
        at = calendar.months_on(day, -12 * meaning.years) if day else None
        if at is None or day is None:
            return unknown(meaning.unit, anchor)
        if meaning.unit == "week":  # the week that lies as this one does: seen from the nearest such weekday
            at = calendar.plus(at, (day.weekday() - at.weekday() + 3) % 7 - 3) or at
        return dated(calendar.containing(meaning.unit, at, place.settings.week_start), anchor)
    if place.quarter is not None:
        return dated(calendar.quarter(*moved_quarter(place.quarter, -4 * meaning.years)), "narrative")
    if meaning.unit == "quarter" and not place.narrative:
        return resolve(Step("quarter", -4 * meaning.years - 1), place)
    return resolve(Distance("year", -meaning.years, -meaning.years), place)
