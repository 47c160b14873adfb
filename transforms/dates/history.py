"""A paragraph of news that looks back: what its dates without a year are of."""

from dataclasses import dataclass, replace
from datetime import date

from transforms.dates.meaning import Meaning, Point
from transforms.dates.place import Resolved
from transforms.dates.recognise import Found
from transforms.dates.tense import stops

LONG_AGO = 20
"""After how many years a year told is history, which later sentences go on with, and no step of a life told in news."""

RECENT = 2
"""How many years back a year is that dates of news may belong to all the same."""

REACH = 300
"""For how many characters a paragraph is in the year that it opened with."""


@dataclass(frozen=True, slots=True)
class History:
    """The year that a sentence of news opened with, where it ends, and how many years ago it was."""

    year: int
    end: int
    back: int

    def dated(self, one: Found, way: str, plain: bytes) -> Meaning:
        """The meaning of an expression, in this year where it tells none and goes on with what the year opened."""
        point = one.meaning
        if not isinstance(point, Point) or point.year is not None or way.endswith("future"):
            return point
        if point.weekday is not None or (point.month or point.season or point.holiday) is None:
            return point
        between = plain[self.end : one.start]
        if len(between) > REACH or b"\n" in between or (self.back < LONG_AGO and stops(between)):
            return point
        return replace(point, year=self.year)


def history_after(
    history: History | None, one: Found, resolved: Resolved, leading: bool, today: date | None
) -> History | None:
    """The history in hand after an expression: one begins with a year that opens a sentence, or ends."""
    point = one.meaning
    if resolved.anchor == "published" and resolved.type in ("DATE", "TIME"):
        return None
    if not leading or today is None or not isinstance(point, Point) or not isinstance(point.year, int):
        return history
    back = today.year - point.year
    return History(point.year, one.end, back) if back > RECENT else None
