"""Bare weekdays read again in the other direction, once it is known whether a thing is over or still to come."""

from datetime import date, timedelta

from transforms.events.dating import Times
from transforms.events.phrases import phrase_words
from transforms.records import Timex

Days = tuple[date | None, date | None]
WEEK = timedelta(days=7)


def ahead(number: int, times: Times) -> Days:
    """The days of a bare weekday read forwards, for what is still to come; those of any other time as they are."""
    return _turned(number, times, WEEK)


def behind(number: int, times: Times) -> Days:
    """The days of a bare weekday read backwards, for what has happened; those of any other time as they are."""
    return _turned(number, times, -WEEK)


def _turned(number: int, times: Times, step: timedelta) -> Days:
    """The days of a bare weekday a step further where they lie less than a week on the wrong side of publication."""
    timex, published = times.all[number], times.published
    earliest, latest = timex.earliest, timex.latest
    if published is None or earliest is None or latest is None or not _turns(timex):
        return earliest, latest
    off = published - latest if step > timedelta() else earliest - published
    return (earliest + step, latest + step) if timedelta() < off < WEEK else (earliest, latest)


def _turns(timex: Timex) -> bool:
    """Whether an expression leaves its side open, as "Tuesday night" does, "next Tuesday" and "tomorrow" do not."""
    open_ = phrase_words().directed.isdisjoint(timex.text.lower().split())
    return open_ and timex.anchor == "published" and timex.grain in ("day", "part")
