"""What neighbouring expressions say of each other: the two ends of a range share the year that one of them tells."""

from dataclasses import replace
from typing import TypeGuard

from transforms.dates.automaton import Automaton
from transforms.dates.meaning import Beside, Distance, Last, Meaning, Nth, Point, Step, YearAgo
from transforms.dates.recognise import Found

BETWEEN = Automaton(rb"\s*(?:-{1,2}|,|/|to|and|or|until|till|through|(?:and|to) (?:early|late|mid))\s*(?:the\s+)?")
"""What stands between two dates that are told in one breath."""

CALLED = Automaton(rb"\s+[A-Za-z-]+(?:\s+[A-Za-z-]+)?\s+(?:of|in)\s+")
"""What stands between the season after which something is called and its year: the spring offensive of 1918."""


def refine(found: list[Found], plain: bytes) -> list[Found]:
    """The expressions of a text, where ranges and pairs lend each other the parts that only one of them tells.

    "between March and June 1990" is two months of 1990, "from the 3rd to the 5th of May" two days of May, and "from
    May 1914 to June" ends in 1914. "Monday to Thursday" ends on the first Thursday after that Monday, and "ten years
    later, in 1924" is 1924.
    """
    made = list(found)
    for at in range(len(made) - 2, -1, -1):
        made[at] = explained(lent(made[at], made[at + 1], plain), made[at + 1], plain)
    for at in range(1, len(made)):
        made[at] = ranged(made[at - 1], borrowed(made[at - 1], made[at], plain), plain)
    return made


def joined(one: Found, other: Found, plain: bytes) -> bool:
    """Whether two expressions are told in one breath."""
    if other.start - one.end > REACH:
        return False
    between = plain[one.end : other.start]
    named = isinstance(one.meaning, Point) and one.meaning.season is not None
    return BETWEEN.fills(between) or (named and CALLED.fills(between))


REACH = 32
"""How many characters may stand between two expressions that lend each other their parts."""


def lent(one: Found, other: Found, plain: bytes) -> Found:
    """The first of two, with the year, month or week of the second."""
    first, second = one.meaning, other.meaning
    if weekday_alone(first) and isinstance(second, Nth) and isinstance(second.whole, Step) and second.weekday:
        return replace(one, meaning=replace(second, weekday=first.weekday)) if joined(one, other, plain) else one
    if not (isinstance(first, Point) and isinstance(second, Point)) or first.year is not None:
        return one
    if first.month is None and first.day is not None and second.month is not None and second.day is not None:
        if first.day < second.day and joined(one, other, plain):
            return replace(one, meaning=replace(first, month=second.month, year=second.year))
        return one
    if not isinstance(second.year, int) or not dated_within_year(first) or not joined(one, other, plain):
        return one
    partial = second.month is not None or second.season is not None
    year = second.year - 1 if partial and order(first) > order(second) else second.year
    return replace(one, meaning=replace(first, year=year, short_year=second.short_year))


APPOSED = Automaton(rb",? (?:in|on) (?:the )?|, | \(")
"""What stands between an amount counted from another date and the date that it comes to."""

KEPT = {"year": "year", "decade": "year", "century": "year", "month": "month", "day": "day", "week": "day"}
"""The part of a date that is as exact as an amount of some unit."""


def explained(one: Found, other: Found, plain: bytes) -> Found:
    """Half a century later, in 1914: an amount counted from another date is the date told right after it."""
    counted, point = one.meaning, other.meaning
    if not isinstance(point, Point) or not isinstance(point.year, int):
        return one
    unit = "year" if isinstance(counted, YearAgo) and counted.unit is None and counted.number is None else None
    if isinstance(counted, Distance) and counted.origin == "narrative" and counted.least == counted.most:
        unit = KEPT.get(counted.unit)
    if unit is None or not APPOSED.fills(plain[one.end : other.start]):
        return one
    told = (point.year, point.month if unit != "year" else None, point.day if unit == "day" else None)
    if (unit != "year" and told[1] is None) or (unit == "day" and told[2] is None):
        return one
    return replace(one, meaning=Point(*told, short_year=point.short_year))


def borrowed(one: Found, other: Found, plain: bytes) -> Found:
    """The second of two, with the year of the first: the next one that comes after it."""
    first, second = one.meaning, other.meaning
    if not (isinstance(first, Point) and isinstance(second, Point)) or second.year is not None:
        return other
    if not isinstance(first.year, int) or first.month is None or second.month is None:
        return other
    if second.weekday is not None or not joined(one, other, plain):
        return other
    year = first.year + 1 if order(second) < order(first) else first.year
    return replace(other, meaning=replace(second, year=year, short_year=first.short_year))


def ranged(one: Found, other: Found, plain: bytes) -> Found:
    """The second of two weekdays that are the ends of a range, counted from the first."""
    first, second = one.meaning, other.meaning
    if not (weekday_alone(first) and weekday_alone(second)) or other.start - one.end > REACH:
        return other
    opened = plain[max(0, one.start - len(BETWEEN_WORD)) : one.start].lower() == BETWEEN_WORD
    if not TO.fills(plain[one.end : other.start]) and not (opened and joined(one, other, plain)):
        return other
    return replace(other, meaning=Beside(Last(second, 1, "narrative"), first))


BETWEEN_WORD = b"between "
TO = Automaton(rb"\s*(?:-{1,2}|to|until|till|through)\s*")
"""What stands between the ends of a range of weekdays."""


def weekday_alone(meaning: Meaning) -> TypeGuard[Point]:
    """Whether a meaning is a weekday of any week."""
    return isinstance(meaning, Point) and meaning.weekday is not None and meaning.month is None and meaning.day is None


SEASON_ORDER = {"SP": 4, "SU": 7, "FA": 10}


def dated_within_year(point: Point) -> bool:
    """Whether a point is a month, a day of one, or a season that lies in one year."""
    return point.weekday is None and (point.month is not None or point.season in SEASON_ORDER)


def order(point: Point) -> tuple[int, int]:
    """Where in its year a point lies."""
    if point.season is not None:
        return SEASON_ORDER.get(point.season, 0), 0
    return point.month or 0, point.day or 0
