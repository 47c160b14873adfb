"""Days of any year: what a TIMEX3 value says where its year is not known."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Days of any year: a weekday (0 is Monday), a month, a day of the month, or any of them together."""

    weekday: int | None = None
    month: int | None = None
    day: int | None = None

    def compatible(self, other: "Pattern") -> bool:
        """Whether no part that both name differs."""
        return all(
            a is None or b is None or a == b
            for a, b in ((self.weekday, other.weekday), (self.month, other.month), (self.day, other.day))
        )

    def matches(self, ordinal: int) -> bool:
        """Whether a day fits."""
        at = date.fromordinal(ordinal)
        return (
            (self.weekday is None or at.weekday() == self.weekday)
            and (self.month is None or at.month == self.month)
            and (self.day is None or at.day == self.day)
        )


def pattern_of(value: str) -> Pattern | None:
    """The pattern that a TIMEX3 value of unknown year leaves: `XXXX-WXX-5`, `XXXX-03`, `XXXX-03-08`."""
    if match := re.match(r"XXXX-WXX-([1-7])", value):
        return Pattern(weekday=int(match[1]) - 1)
    if match := re.match(r"XXXX-(\d\d)(?:-(\d\d))?", value):
        return Pattern(month=int(match[1]), day=int(match[2]) if match[2] else None)
    return None
