"""Where most statements put each day: what a contradiction is judged by.

Narrowing alone cannot tell who errs, since bounds that contradict each other rest on the culprit too. So every
statement votes for the days that it leaves to each of the two days it ties together, the other one being where most
votes put it; a few rounds of this spread what is told with a day of the calendar.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.dates.network.reasons import Statement
from transforms.dates.network.units import MAX_DAY, MIN_DAY, first_day, index_of, last_day, next_match, previous_match

ROUNDS = 4
"""How often votes are counted: a day told with the calendar reaches days that lie so many statements away."""


@dataclass(frozen=True, slots=True)
class Place:
    """The days that most votes for a variable share, and how many votes of those that leave a choice."""

    low: int
    high: int
    votes: int


Ballot = tuple[int, int, int]
"""First day, last day, and the number of the statement that votes for them."""


def places(statements: Sequence[Statement]) -> dict[str, Place]:
    """Where most statements put each variable that any statement bounds."""
    found: dict[str, Place] = {}
    for _ in range(ROUNDS):
        ballots: dict[str, list[Ballot]] = defaultdict(list)
        for statement in statements:
            for variable in ends(statement):
                if (vote := ballot(statement, variable, found)) is not None and vote[0] <= vote[1]:
                    ballots[variable].append(vote)
        found = {variable: plurality(cast) for variable, cast in ballots.items()}
    return found


def ends(statement: Statement) -> tuple[str, ...]:
    """The one or two variables of a statement."""
    return (statement.subject,) if statement.origin is None else (statement.subject, statement.origin)


def ballot(statement: Statement, variable: str, found: Mapping[str, Place]) -> Ballot | None:
    """The days that a statement leaves to one of its variables; null where it leaves all.

    It leaves none, and the first day comes after the last, where the other variable's place allows it nowhere.
    """
    low, high = statement.low, statement.high
    if statement.origin is not None:
        other = found.get(statement.origin if variable == statement.subject else statement.subject)
        if other is None:
            return None
        if variable != statement.subject:
            low, high = (None if high is None else -high), (None if low is None else -low)
        unit = statement.unit
        low = None if low is None or other.low == MIN_DAY else first_day(unit, index_of(unit, other.low) + low)
        high = None if high is None or other.high == MAX_DAY else last_day(unit, index_of(unit, other.high) + high)
    if statement.pattern is not None and variable == statement.subject:
        low = None if low is None else next_match(low, statement.pattern)
        high = None if high is None else previous_match(high, statement.pattern)
    if low is None and high is None:
        return None
    return MIN_DAY if low is None else low, MAX_DAY if high is None else high, statement.number


def plurality(cast: Iterable[Ballot]) -> Place:
    """The days that most ballots share, from the first such day to the last."""
    edges: dict[int, int] = defaultdict(int)
    for low, high, _ in cast:
        edges[low] += 1
        edges[high + 1] -= 1
    days = sorted(edges)
    depth = most = 0
    first, last = MIN_DAY, MAX_DAY
    for at, day in enumerate(days):
        depth += edges[day]
        if depth > most:
            most, first = depth, day
        if depth == most and at + 1 < len(days):
            last = days[at + 1] - 1
    return Place(first, last, most)


def fit(statement: Statement, found: Mapping[str, Place]) -> int:
    """How well a statement fits the votes: below zero where it leaves no day that most others share, by how many."""
    worst = 0
    for variable in ends(statement):
        place, vote = found.get(variable), ballot(statement, variable, found)
        if place is None or vote is None:
            continue
        if vote[0] > vote[1] or vote[1] < place.low or place.high < vote[0]:
            worst = min(worst, -place.votes)
    return worst
