"""Statements about days, the bounds they give, and the chain of reasons behind every bound."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

from transforms.dates.network.units import (
    MAX_DAY,
    MIN_DAY,
    Unit,
    first_day,
    index_of,
    last_day,
    next_match,
    previous_match,
)
from transforms.dates.pattern import Pattern

LAPS = 40
"""How often a statement may serve in one chain of reasons before the chain counts as endless."""

STEPS_BETWEEN_CHECKS = 16
"""A chain of reasons is searched for cycles each time it has grown by this many steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One piece of evidence about the day `subject`, possibly counted from the day `origin`.

    Without `origin`, `low` and `high` are ordinals of days (`date.toordinal`). With it they bound
    `index(subject) - index(origin)`, counted in `unit`. A null side is open. `pattern` restricts the subject to some
    days of the calendar, besides ("on Friday": a Friday, at most six days before the article). `weight` is how far the
    kind of statement is trusted; statements of one `teller` do not support each other.
    """

    number: int
    subject: str
    origin: str | None = None
    unit: Unit = "day"
    low: int | None = None
    high: int | None = None
    pattern: Pattern | None = None
    weight: int = 1
    teller: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bound stands: the statement that gave it and the bound that the statement built on."""

    variable: str
    upper: bool
    day: int
    statement: Statement
    because: "Reason | None"
    depth: int

    def chain(self) -> list["Reason"]:
        """This reason and all that it rests on, the nearest first."""
        found: list[Reason] = []
        at: Reason | None = self
        while at is not None:
            found.append(at)
            at = at.because
        return found


def same_teller(a: Statement, b: Statement) -> bool:
    """Whether two statements come from one known teller."""
    return a.teller is not None and a.teller == b.teller


def rests_on(reason: Reason, numbers: set[int], known: dict[int, bool]) -> bool:
    """Whether a chain of reasons uses one of the statements; `known` remembers answers by the reason's identity."""
    path: list[Reason] = []
    at: Reason | None = reason
    answer = False
    while at is not None:
        if id(at) in known:
            answer = known[id(at)]
            break
        path.append(at)
        if at.statement.number in numbers:
            answer = True
            break
        at = at.because
    for step in path:
        known[id(step)] = answer
    return answer


def narrowings(statement: Statement, reasons: Mapping[tuple[str, bool], Reason]) -> list[Reason]:
    """The bounds that a statement makes tighter than they are."""
    found: list[Reason] = []
    subject, origin, pattern = statement.subject, statement.origin, statement.pattern
    low, high, unit = statement.low, statement.high, statement.unit
    for upper, ahead, back in ((False, low, high), (True, high, low)):
        own = reasons.get((subject, upper))
        if pattern is not None and own is not None:
            day = (previous_match if upper else next_match)(own.day, pattern)
            if tighter(day, own, upper):
                found.append(Reason(subject, upper, day, statement, own, own.depth + 1))
        if origin is None:
            if tighter(ahead, own, upper):
                found.append(Reason(subject, upper, ahead, statement, None, 1))
            continue
        other = reasons.get((origin, upper))
        if ahead is not None and other is not None:
            day = moved(unit, other.day, ahead, upper)
            if tighter(day, own, upper):
                found.append(Reason(subject, upper, day, statement, other, other.depth + 1))
        if back is not None and own is not None:
            day = moved(unit, own.day, -back, upper)
            if tighter(day, other, upper):
                found.append(Reason(origin, upper, day, statement, own, own.depth + 1))
    return found


def tighter(day: int | None, now: Reason | None, upper: bool) -> TypeGuard[int]:
    """Whether a day bounds a variable more than a reason does that may not be there."""
    return day is not None and (now is None or (day < now.day if upper else day > now.day))


def moved(unit: Unit, day: int, shift: int, upper: bool) -> int | None:
    """The first or last day of the unit that lies so many units from a day's, null outside the calendar."""
    if unit == "day":
        return day + shift if MIN_DAY <= day + shift <= MAX_DAY else None
    return (last_day if upper else first_day)(unit, index_of(unit, day) + shift)


def endless(reason: Reason) -> bool:
    """Whether a chain of reasons goes round a cycle that would tighten its bound for ever.

    Differences of days that come round once do so for ever. Calendar units and patterns may settle after some laps,
    so they are given `LAPS` of them.
    """
    laps: dict[tuple[int, str, bool], int] = {}
    plain: set[tuple[int, str, bool]] = set()
    for step in reason.chain():
        key = (step.statement.number, step.variable, step.upper)
        laps[key] = laps.get(key, 0) + 1
        if key in plain or laps[key] > LAPS:
            return True
        if step.statement.unit == "day" and step.statement.pattern is None:
            plain.add(key)
        else:
            plain.clear()
    return False


def statements_of(*reasons: Reason) -> list[Statement]:
    """The different statements that some chains of reasons use, by number."""
    found = {step.statement.number: step.statement for reason in reasons for step in reason.chain()}
    return [found[number] for number in sorted(found)]


@dataclass(frozen=True, slots=True)
class Days:
    """Where single statements put a variable, the other days being as bounded without the statement `without`."""

    variable: str
    reasons: Mapping[tuple[str, bool], Reason]
    without: int

    def implied(self, statement: Statement) -> tuple[int, int, Pattern | None]:
        """First and last day, both inclusive, and the pattern; an open side is the end of the calendar."""
        pattern = statement.pattern if statement.subject == self.variable else None
        low, high = statement.low, statement.high
        if statement.origin is not None:
            if statement.subject == self.variable:
                low, high = self.shifted(statement, False, low, 1), self.shifted(statement, True, high, 1)
            else:
                low, high = self.shifted(statement, False, high, -1), self.shifted(statement, True, low, -1)
        if pattern is not None:
            low = next_match(low, pattern) if low is not None else None
            high = previous_match(high, pattern) if high is not None else None
        return MIN_DAY if low is None else low, MAX_DAY if high is None else high, pattern

    def shifted(self, statement: Statement, upper: bool, shift: int | None, sign: int) -> int | None:
        """The bound that a difference gives on one side, null where the day it is counted from has none."""
        other = statement.origin if sign > 0 else statement.subject
        base = self.reasons.get((other or "", upper))
        if shift is None or base is None or rests_on(base, {self.without}, {}):
            return None
        return moved(statement.unit, base.day, sign * shift, upper)

    @staticmethod
    def meet(a: tuple[int, int, Pattern | None], b: tuple[int, int, Pattern | None]) -> bool:
        """Whether two such answers leave a day for both."""
        if a[2] is not None and b[2] is not None and not a[2].compatible(b[2]):
            return False
        low, high = max(a[0], b[0]), min(a[1], b[1])
        return low <= high and all(
            pattern is None or ((found := next_match(low, pattern)) is not None and found <= high)
            for pattern in (a[2], b[2])
        )
