"""Bare weekdays and months read again in the other direction, once it is known whether a thing is over or to come."""

import re
from datetime import date, timedelta

from transforms.dates import calendar
from transforms.dates.vocabulary import numbered
from transforms.events.clauses import clause_end, clause_start
from transforms.events.dating import Times
from transforms.events.phrases import phrase_words
from transforms.events.stances import words as words_of_stance
from transforms.events.tagging import Line
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
    """Whether an expression leaves its week open, as "Tuesday night" does, "next Tuesday" and "5 May" do not."""
    told = re.findall(r"[a-z]+", timex.text.lower())
    open_ = phrase_words().directed.isdisjoint(told) and numbered("months").keys().isdisjoint(told)
    return open_ and timex.anchor == "published" and timex.grain in ("day", "part", "hour", "weekend")


_YEAR = re.compile(r"\d{4}|'\d\d")


def next_year(line: Line, at: int, number: int, times: Times) -> Days | None:
    """The days of a month, or of a day in one, a year on, where the clause of a word says that it will be.

    "will retire on 31 December", read in March: by the calendar alone the one just over is nearer.
    """
    timex, published = times.all[number], times.published
    if published is None or timex.earliest is None or timex.latest is None or not _of_any_year(line, timex):
        return None
    clause = line.words[clause_start(line, at) : clause_end(line, at)]
    if timex.latest >= published or not any(words_of_stance().modals.get(word) == "planned" for word in clause):
        return None  # "would" and "is to" need not lie after the day of writing
    earliest, latest = calendar.days_moved("year", timex.earliest, timex.latest, 1)
    return (earliest, latest) if latest is not None and latest >= published else None


def year_after(line: Line, number: int, times: Times) -> Days | None:
    """The days of a month, or of a day in one, a year on, where they are over and are told of something arranged."""
    timex, published = times.all[number], times.published
    if published is None or timex.earliest is None or timex.latest is None or not _of_any_year(line, timex):
        return None
    return calendar.days_moved("year", timex.earliest, timex.latest, 1) if timex.latest < published else None


def year_before(line: Line, number: int, times: Times) -> Days | None:
    """The days of a month, or of a day in one, a year back, where they lie ahead and are told of something over.

    "resigned on 7 July", read in May: by the calendar alone the one to come is nearer.
    """
    timex, published = times.all[number], times.published
    if published is None or timex.earliest is None or timex.latest is None or not _of_any_year(line, timex):
        return None
    if timex.earliest <= published:
        return None
    return calendar.days_moved("year", timex.earliest, timex.latest, -1)


def _of_any_year(line: Line, timex: Timex) -> bool:
    """Whether an expression gives a month, or a day in one, of no year and is no other's: "the fire of 17 February"."""
    text = timex.text.lower()
    words = text.replace(".", " ").replace(",", " ").split()
    named = not numbered("months").keys().isdisjoint(words) and _YEAR.search(text) is None
    if timex.grain not in ("day", "month") or not named or not phrase_words().directed.isdisjoint(words):
        return False
    first = line.at(timex.start)
    return line.tag(first) == "preposition" or (line.tag(first - 1) == "preposition" and line.word(first - 1) != "of")
