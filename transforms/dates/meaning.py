"""What time words mean before anything is known of when they were written.

A recogniser turns words into one of these; `resolve` turns it into days, given the day of publication and the
narrative so far. What the text says (the fields that are set) and what is assumed (the null ones) stay apart.
"""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["published", "narrative"]


@dataclass(frozen=True, slots=True)
class Vague:
    """The past, the present or the future, no more: PAST_REF, PRESENT_REF, FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration such as P5Y or PXM, with no place of its own on the calendar."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: P1D (daily), XXXX-WXX-4 (each Thursday)."""

    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """The unit that lies `count` units after the one in hand: last week is (week, -1).

    `exact` keeps the day of the month or week in sight: three weeks ago is that day, last month is a month.
    """

    unit: str
    count: int
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units before (negative) or after: `least` and `most` differ for vague amounts."""

    unit: str
    least: float
    most: float
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Window:
    """The last or next so many units, up to or from the day in hand."""

    value: str
    unit: str
    count: float
    sign: int


THIS_WEEKEND = Step("weekend", 0)
"""The weekend to come, or, in the days after it, the one that has been."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date of which some parts are told. `year` may itself be relative (April 5 last year)."""

    year: "int | Step | None" = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    weekend: bool = False
    short_year: bool = False


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century by its leading digits; `short` when the century was left out ('80s)."""

    unit: Literal["decade", "century"]
    number: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """A weekday, month, season, holiday or quarter stepped from the day in hand: last Friday, next April.

    `sign` is -1 for last, 0 for this, 1 for next. With `apart`, a weekday that is a day or two off in the same week is
    not meant ("next Wednesday" said on a Tuesday is not tomorrow).
    """

    point: Point
    sign: int
    origin: Origin = "published"
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or weekday of a period, -1 the last: the last Friday of October."""

    number: int
    unit: str
    weekday: int | None
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a period in twelfths, or what is left of it before or after the day in hand."""

    first: int
    last: int
    whole: "Meaning"
    rest: Literal["before", "after"] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first (positive) or last (negative) so many units of a period: the first ten months of 1915."""

    value: str
    unit: str
    count: int
    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `code` is what follows the T (NI, 15:30).

    Without a day it is the day in hand, or none with `any_day`. A part of `days` days passes midnight.
    """

    code: str
    day: "Meaning | None"
    any_day: bool = False
    days: int = 1


@dataclass(frozen=True, slots=True)
class Beside:
    """A day or other unit before or after another date: the day after Christmas, the Friday before Easter."""

    distance: Distance | Last
    base: "Meaning"


@dataclass(frozen=True, slots=True)
class FromEvent:
    """A unit after or before something that happened on the last date told, if any was: the day after the attack."""

    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class Around:
    """The week, month or other unit in which another date lies."""

    unit: str
    base: "Meaning"


@dataclass(frozen=True, slots=True)
class Numeric:
    """Two numbers and a year, if one is told; their order is the locale's."""

    first: int
    second: int
    year: int | None
    short_year: bool


@dataclass(frozen=True, slots=True)
class Ancient:
    """A year of three digits or fewer: before Christ where the story is, else nothing."""

    point: Point


@dataclass(frozen=True, slots=True)
class Same:
    """The period in hand named again: that day, the quarter, the same year.

    With a `year`, the quarter of that year which has the place of the one in hand: the 1988 period. A `loose` one is
    that of publication where the text speaks of what is to come: "was set up in May 2003 and will report in the year".
    So is a `told` one unless a day that is over has been told: "fell on Tuesday, having risen earlier in the day".
    """

    unit: str
    shift: int = 0
    year: int | None = None
    loose: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class YearAgo:
    """What is in hand, one or more years away: the year-earlier quarter, a year earlier, a year ago today."""

    years: int
    unit: str | None = None
    number: int | None = None


Meaning = (
    Vague
    | Length
    | Repeated
    | Step
    | Distance
    | Window
    | Point
    | Era
    | Last
    | Nth
    | Part
    | Stretch
    | Clock
    | Beside
    | FromEvent
    | Around
    | Numeric
    | Ancient
    | Same
    | YearAgo
)
