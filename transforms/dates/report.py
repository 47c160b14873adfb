"""What a person is shown who asks how a text's time words were read.

`daybook dates "TEXT" --published DAY` prints these rows: each expression, what it was taken for and why.
"""

from dataclasses import dataclass
from datetime import date

from transforms.dates.find import find_timexes
from transforms.dates.settings import DateSettings
from transforms.records import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One expression as text: where it stands, its TIMEX3 value, its days, the rule and what it was counted from."""

    words: str
    type: str
    value: str
    days: str
    grain: str
    rule: str
    counted_from: str


COUNTED = {"absolute": "the calendar", "published": "the day of publication", "narrative": "a date told before"}


OF_NO_DAY = {"DURATION": "a length of time", "SET": "no certain day"}
"""What is said of expressions that lie on no days of their own."""


def days(timex: Timex) -> str:
    """The interval in words: one day, two ends, an open end, or a distance from an unknown publication day."""
    first, last = timex.earliest, timex.latest
    if first is None and last is None and timex.type in OF_NO_DAY:
        return OF_NO_DAY[timex.type]
    if first is None and last is None:
        low, high = timex.offset_earliest, timex.offset_latest
        if low is None or high is None:
            return "unknown"
        return f"{low:+d} to {high:+d} days from publication"
    if first == last and first is not None:
        return f"{first:%a} {first.isoformat()}"
    return f"{first.isoformat() if first else '…'} to {last.isoformat() if last else '…'}"


def report(text: str, published: date | None, settings: DateSettings = DateSettings()) -> list[Line]:
    """The rows that explain a text's time expressions, in their order."""
    return [
        Line(
            words=" ".join(timex.text.split()),
            type=timex.type,
            value=timex.value,
            days=days(timex),
            grain=timex.grain,
            rule=timex.rule,
            counted_from=COUNTED[timex.anchor],
        )
        for timex in find_timexes(text, published=published, settings=settings)
    ]
