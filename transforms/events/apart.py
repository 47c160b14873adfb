"""Days counted from those of an article whose own day is not known."""

from dataclasses import dataclass, replace

from transforms.dates.pattern import pattern_of
from transforms.records import Timex

DAYS_OF = {"day": 0, "part": 0, "weekend": 1, "week": 6, "month": 30, "quarter": 91, "season": 92, "year": 365}
"""Days from the first to the last of a unit of the calendar."""


@dataclass(frozen=True, slots=True)
class Apart:
    """An interval of days counted from publication, inclusive; a null side is open.

    `value` is the time expression's, for its weekday or month; null where the words tell a distance only ("by Friday").
    """

    low: int | None
    high: int | None
    value: str | None = None

    def excludes(self, other: "Apart") -> bool:
        """Whether no day is left to both, whatever the day of publication is."""
        if any(a.high is not None and b.low is not None and a.high < b.low for a, b in ((self, other), (other, self))):
            return True
        mine, others = pattern_of(self.value or ""), pattern_of(other.value or "")
        return mine is not None and others is not None and not mine.compatible(others)

    def width(self, grain: str | None) -> int | None:
        """How many days it spans once the day of publication is known; null with an open side."""
        if self.low is None or self.high is None:
            return None
        most = DAYS_OF.get(grain or "") if (self.value or "").startswith("XXXX") else None
        return self.high - self.low if most is None else min(most, self.high - self.low)

    def towards(self, ahead: bool) -> "Apart":
        """A bare weekday read forwards or backwards: "on Friday" is within the next or the last seven days."""
        pattern = pattern_of(self.value or "")
        if self.low is None or self.high != self.low + 6 or pattern is None or pattern.weekday is None:
            return self
        return replace(self, low=0, high=6) if ahead else replace(self, low=-6, high=0)

    def until_published(self) -> "Apart":
        """What of it lies not after publication."""
        return replace(self, high=0) if self.high is None or self.high > 0 else self

    def from_published(self) -> "Apart":
        """What of it lies not before publication."""
        return replace(self, low=0) if self.low is None or self.low < 0 else self


def counted(timex: Timex) -> Apart | None:
    """How far the days of an expression lie from publication; null for one with days of its own or without any."""
    if timex.earliest is not None or timex.latest is not None:
        return None
    if timex.offset_earliest is None and timex.offset_latest is None:
        return None
    return Apart(timex.offset_earliest, timex.offset_latest, timex.value)


def opened(apart: Apart, side: str | None, past: bool) -> Apart:
    """The days where "before" or "after" stands before the words: open on that side, as far as publication allows."""
    if side == "before":
        return Apart(None if past else 0, apart.high)
    if side == "after":
        return Apart(apart.low, 0 if past else None)
    return apart
