"""From a text to its timexes: recognise, then resolve each where the text has got to."""

from dataclasses import replace
from datetime import date

from transforms.dates.calendar import Period
from transforms.dates.detect import detect
from transforms.dates.history import History, history_after
from transforms.dates.languages import codes, recognise_in
from transforms.dates.meaning import THIS_WEEKEND, Meaning, Numeric, Point, Same, YearAgo
from transforms.dates.offsets import offsets
from transforms.dates.place import Place, Resolved, Told
from transforms.dates.recognise import Found, flat, recognise, shadow
from transforms.dates.refine import refine
from transforms.dates.resolve import resolve
from transforms.dates.settings import DateSettings
from transforms.dates.tense import direction
from transforms.records import Timex


def find_timexes(text: str, *, published: date | None, settings: DateSettings = DateSettings()) -> list[Timex]:
    """The time expressions of a text in order of offset, none overlapping another.

    Expressions counted from the day of publication carry offsets that hold whatever that day is; when `published` is
    null their days are null and their value is open (XXXX-WXX-5). Never raises, and takes time linear in the text.
    """
    code = (settings.language or detect(text))[:2].lower()
    english = code == "en" or code not in codes()
    plain = flat(shadow(text))
    found = list(recognise(text, plain) if english else recognise_in(code, text))
    if not found:
        return []
    found = refine(found, plain)
    narrative = is_narrative(found, published, settings)
    place = Place(None if narrative else published, "nearest", settings, narrative=narrative)
    timexes = []
    fades = 0
    history: History | None = None
    for one in found:
        if one.mode == "narrative" and not narrative:
            continue
        pointed = needs_direction(one.meaning)
        way = pointing(plain if english else b"", one, settings) if pointed else "nearest"
        quarter = place.quarter if one.start <= fades else None
        if (way, quarter) != (place.direction, place.quarter):
            place = place.pointing(way, quarter)
        meaning = history.dated(one, way, plain) if history is not None and pointed else one.meaning
        resolved = resolve(meaning, place)
        if resolved.period.value:
            timexes.append(timex(text, one, resolved, place))
            leading = leads(plain, one.start)
            place = onward(place, resolved, leading)
            if not narrative:
                history = history_after(history, one, resolved, leading, published)
            if reported(resolved.period, published, place.direction) and not isinstance(one.meaning, YearAgo):
                place = place.pointing(way, resolved.period)
                fades = one.end + MEMORY
    return timexes


def reported(period: Period, published: date | None, direction: str) -> bool:
    """Whether a period is a quarter whose figures are news: over by the day of publication, and not long ago.

    A quarter that the tense puts in the past is over too: the years of companies do not all begin in January.
    """
    if period.grain != "quarter" or period.first is None or period.last is None:
        return False
    if published is None or 0 <= (published - period.last).days <= STALE:
        return True
    return period.first <= published <= period.last and direction in ("past", "only past")


STALE = 300
"""After how many days a quarter is no longer the one that results are told of."""

MEMORY = 400
"""For how many characters a quarter that was told is what "a year earlier" is counted from."""


def needs_direction(meaning: Meaning) -> bool:
    """Whether the tense decides where a meaning lies."""
    inner = meaning
    while True:
        if isinstance(inner, Point | Numeric):
            return inner.year is None
        if isinstance(inner, Same):
            return inner.loose
        if inner == THIS_WEEKEND:
            return True
        nested = getattr(inner, "whole", None) or getattr(inner, "day", None) or getattr(inner, "base", None)
        if nested is None or isinstance(nested, int):
            return False
        inner = nested


def pointing(plain: bytes, one: Found, settings: DateSettings) -> str:
    """Where an expression points: as the settings prefer, else by the tense of an English text."""
    if settings.prefer in ("past", "future", "nearest"):
        return f"only {settings.prefer}"
    if not plain:
        return "nearest"
    strong = one.rule in WEEKLY or isinstance(getattr(one.meaning, "whole", None), Same)  # "by the end of the year"
    return direction(plain, one.first, one.last, strong=strong)


def onward(place: Place, resolved: Resolved, leading: bool) -> Place:
    """The place after an expression: calendar dates carry the story on."""
    period = resolved.period
    if resolved.type not in ("DATE", "TIME") or period.grain in ("vague", "decade", "century"):
        return place
    if period.first is None and not period.value.startswith("BC"):
        return place
    if resolved.type == "TIME":
        period = replace(period, grain="day", value=period.value.partition("T")[0])
    return place.after(Told(period, leading))


def leads(plain: bytes, start: int) -> bool:
    """Whether an expression opens its sentence or is a heading: no more than a few short words stand before it."""
    left = plain[max(0, start - OPENING) : start]
    return len(left) < OPENING or any(stop in left for stop in (b". ", b"\n", b".] ", b") "))


OPENING = 14
"""How many characters before an expression may belong to it at the beginning of a sentence: "By the end of"."""


def is_narrative(found: list[Found], published: date | None, settings: DateSettings) -> bool:
    """Whether a text tells history: many years told, most of them far from the day of publication."""
    if settings.mode is not None:
        return settings.mode == "narrative"
    years = [one.meaning.year for one in found if isinstance(one.meaning, Point) and isinstance(one.meaning.year, int)]
    if len(years) < 5:
        return False
    counted = sum(one.rule in COUNTED_FROM_NOW for one in found)
    far = [year for year in years if published is None or abs(year - published.year) > 1]
    return len(far) * 2 > len(years) and counted * 20 < len(found)


WEEKLY = frozenset(
    {
        "weekday",
        "weekday-short",
        "day-part",
        "part-day",
        "part-then-day",
        "clock-day",
        "day-clock",
        "weekend-bare",
        "weekend-of",
        "in-hand",
        "quarter",
    }
)
"""Rules whose days news tells of the week behind unless the verb is plain about it."""

COUNTED_FROM_NOW = frozenset({"weekday", "weekday-step", "day-word", "unit-step", "part-word", "ago"})
"""Rules whose words tie a text to the day on which it appears."""


def timex(text: str, one: Found, resolved: Resolved, place: Place) -> Timex:
    """The record of an expression."""
    period = resolved.period
    low = high = None
    if resolved.anchor == "published":
        low, high = offsets(one.meaning, place.direction, place.settings)
    return Timex(
        start=one.start,
        end=one.end,
        text=text[one.start : one.end],
        type=resolved.type,
        value=period.value,
        earliest=period.first,
        latest=period.last,
        grain=period.grain,
        rule=one.rule,
        anchor=resolved.anchor,
        offset_earliest=low,
        offset_latest=high,
    )
