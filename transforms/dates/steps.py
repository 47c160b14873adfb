"""Periods reached by counting: from the last date told, from a day, or within a longer period."""

from datetime import date
from math import ceil

from transforms.dates import calendar
from transforms.dates.calendar import Period
from transforms.dates.meaning import Distance, Last
from transforms.dates.place import Resolved, dated, unknown
from transforms.dates.points import year_of
from transforms.dates.vocabulary import unit_row
from transforms.records import Anchor


def along_story(unit: str, count: int, story: Period) -> Resolved:
    """So many units from the last date told; a coarser date than the unit leaves the value open.

    Days or weeks from a month are counted from all its days: six weeks after March is from mid April to mid May.
    """
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
        ends = (
            calendar.moved(unit, day, count) if story.grain == "month" and count else None
            for day in (story.first, story.last)
        )
        return dated(Period(unit, shape.format(f"{story.first.year:04d}"), *ends), "narrative")
    at = calendar.moved(unit, story.first, count)
    return unknown(unit, "narrative") if at is None else dated(calendar.containing(unit, at), "narrative")


def moved_quarter(quarter: Period, count: int) -> tuple[int, int]:
    """Year and number of the quarter that lies so many quarters on."""
    year, number = divmod(int(quarter.value[:4]) * 4 + int(quarter.value[6]) - 1 + count, 4)
    return year, number + 1


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
        if (middle and middle > last) or (found.first and found.first > last):
            return calendar.containing(unit, calendar.plus(last, -7) or last, week_start)
        return found
    start = calendar.containing(unit, first, week_start)
    if unit == "week" and start.first and (calendar.plus(start.first, 3) or first) < first:
        number += 1
    at = calendar.moved(unit, start.first or first, number - 1)
    return calendar.containing(unit, at, week_start) if at else None


def around(meaning: Distance, days: tuple[date | None, date | None], anchor: Anchor) -> Resolved:
    """A vague distance from the first to the last of some days: the past or the future, and the days it allows."""
    begun, ended = days
    value = "PAST_REF" if meaning.most < 0 else "FUTURE_REF"
    if begun is None or ended is None:
        return dated(Period(meaning.unit, value, None, None), anchor)
    unit = meaning.unit
    far, near = sorted((meaning.least, meaning.most))
    if unit_row(unit)["clock"]:
        most = ceil(max(abs(far), abs(near)) / 24) if unit == "hour" else 0
        unit, far, near = "day", -most if far < 0 else 0, most if far > 0 else 0
    first, last = calendar.moved(unit, begun, int(far)), calendar.moved(unit, ended, int(near))
    if unit not in calendar.DAYS_OF:
        first = calendar.containing(unit, first).first if first else None
        last = calendar.containing(unit, last).last if last else None
    return dated(Period(unit, value, first, last), anchor)
