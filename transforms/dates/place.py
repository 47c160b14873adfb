"""Where in time a sentence stands, and what a reading there comes to."""

from dataclasses import dataclass
from datetime import date

from transforms.dates.calendar import Period
from transforms.dates.settings import DateSettings
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
class Told:
    """A date of a narrative; one that `leads` opens its sentence, and so carries the story on."""

    period: Period
    leads: bool


REMEMBERED = 5
"""How many dates told a story may go on from."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in time a sentence stands.

    `published` is the day that relative words count from, null when unknown; in a `narrative` the last date told,
    `story`, stands in for it. `told` are the last dates told, the latest first, and
    `quarter` is the last quarter told. `direction` is where dates without a year point.
    """

    published: date | None
    direction: str
    settings: DateSettings
    story: Period | None = None
    quarter: Period | None = None
    told: tuple[Told, ...] = ()
    narrative: bool = False

    def pointing(self, direction: str, quarter: Period | None) -> "Place":
        """The same place in a sentence that points elsewhere."""
        return Place(self.published, direction, self.settings, self.story, quarter, self.told, self.narrative)

    def after(self, told: Told) -> "Place":
        """The place once another date is told."""
        dates = (told, *self.told[: REMEMBERED - 1])
        return Place(self.published, self.direction, self.settings, told.period, self.quarter, dates, self.narrative)

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
