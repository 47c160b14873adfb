"""A calendar network: days that are not known, and statements that tie them to each other.

A simple temporal network (Dechter, Meiri and Pearl 1991): every variable is a day, every statement bounds one day or
the difference of two, and shortest paths from the calendar's origin give the tightest bounds that all statements
support. Shortest paths are found by label correction (Bellman and Ford) per variable and side. Two kinds of
statement go beyond it and are applied by narrowing to a fixpoint: differences counted in weeks, months or years of
the calendar, and days known by their weekday or by month and day of an unknown year.

A contradiction is a variable whose bounds cross, or a cycle that tightens a bound for ever. The statements behind it
are reduced to a set that is contradictory as a whole and consistent without any one of them, and one of them is set
aside: of those that most contradictions share the one that fits worst where most statements put the days it speaks of
(`votes`), then the one that fewest others agree with, then the one of least weight, then the one that comes
last.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from transforms.dates.network.reasons import (
    STEPS_BETWEEN_CHECKS,
    Days,
    Reason,
    Statement,
    endless,
    narrowings,
    rests_on,
    same_teller,
    statements_of,
)
from transforms.dates.network.votes import Place, fit, places

KNOWN = 9
"""Statements of this weight are set aside only when nothing else can be."""

NEAR = 0.9
"""A statement that this part of the most contradictions share is as likely the culprit as the one that most share."""

SMALL = 8
"""Contradictions of up to this many statements are resolved first; larger ones mostly vanish with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Statements that cannot all hold, and the one of them that was set aside."""

    statements: tuple[Statement, ...]
    set_aside: Statement


@dataclass(frozen=True, slots=True)
class Part:
    """What was found for statements that hang together: the reason for each bound, and what was set aside."""

    reasons: dict[tuple[str, bool], Reason]
    contradictions: list[Contradiction]


@dataclass(slots=True)
class Solution:
    """Bounds of every variable that has any, each with its reason, and what was set aside on the way.

    `parts` are the same by groups of statements that share no variable.
    """

    earliest: dict[str, Reason] = field(default_factory=dict)
    latest: dict[str, Reason] = field(default_factory=dict)
    contradictions: list[Contradiction] = field(default_factory=list)
    parts: dict[tuple[Statement, ...], Part] = field(default_factory=dict)

    def add(self, statements: tuple[Statement, ...], part: Part) -> None:
        """Takes in what was found for statements that share no variable with any other."""
        self.parts[statements] = part
        self.contradictions += part.contradictions
        for (variable, upper), reason in part.reasons.items():
            (self.latest if upper else self.earliest)[variable] = reason

    def bounds(self, variable: str) -> tuple[int | None, int | None]:
        """First and last possible ordinal of a variable; null where nothing bounds it."""
        low, high = self.earliest.get(variable), self.latest.get(variable)
        return (low.day if low else None), (high.day if high else None)


def solve(statements: Iterable[Statement], before: Solution | None = None) -> Solution:
    """The tightest bounds that the statements support, after setting aside what contradicts them.

    The result does not depend on the order of the statements, only on their numbers. Groups of statements that share
    no variable with others and were the same in the solution `before` are taken from it.
    """
    solution = Solution()
    known = before.parts if before else {}
    for component in map(tuple, components(sorted(statements, key=lambda s: s.number))):
        solution.add(component, known.get(component) or _Component(component).solve())
    return solution


def components(statements: Sequence[Statement]) -> list[list[Statement]]:
    """The statements in groups that share no variable, in order of their first statement."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while (up := parent.setdefault(name, name)) != name:
            parent[name] = parent[up]
            name = parent[name]
        return name

    for statement in statements:
        if statement.origin is not None:
            parent[root(statement.subject)] = root(statement.origin)
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(root(statement.subject), []).append(statement)
    return list(groups.values())


class _Component:
    def __init__(self, statements: Sequence[Statement]) -> None:
        self.active = {statement.number: statement for statement in statements}
        self.touching: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            self.touching[statement.subject].append(statement)
            if statement.origin is not None and statement.origin != statement.subject:
                self.touching[statement.origin].append(statement)
        self.reasons: dict[tuple[str, bool], Reason] = {}
        self.votes: dict[str, Place] | None = None

    def solve(self) -> Part:
        contradictions: list[Contradiction] = []
        queue = list(self.active.values())
        while conflicts := self.propagate(queue):
            limit = max(SMALL, min(len(statements) for statements in conflicts.values()) * 3 // 2)
            sets = [statements for statements in conflicts.values() if len(statements) <= limit]
            dropped = self.choose(sets, conflicts.values())
            for chosen, conflict in dropped:
                contradictions.append(Contradiction(statements=tuple(conflict), set_aside=chosen))
            queue = self.forget({chosen.number for chosen, _ in dropped}, set(conflicts))
        return Part(self.reasons, contradictions)

    def propagate(self, start: Iterable[Statement]) -> dict[str, list[Statement]]:
        """Narrows until nothing changes; returns the variables that contradict themselves, each with its statements."""
        queue = deque(start)
        waiting = {statement.number for statement in queue}
        conflicts: dict[str, list[Statement]] = {}
        while queue:
            statement = queue.popleft()
            waiting.discard(statement.number)
            for reason in narrowings(statement, self.reasons):
                variable = reason.variable
                if variable in conflicts:
                    continue
                other = self.reasons.get((variable, not reason.upper))
                if reason.depth % STEPS_BETWEEN_CHECKS == 0 and endless(reason):
                    conflicts[variable] = statements_of(reason)
                    continue
                self.reasons[variable, reason.upper] = reason
                if other is not None and (other.day < reason.day) != reason.upper and other.day != reason.day:
                    conflicts[variable] = statements_of(reason, other)
                    continue
                for touched in self.touching[variable]:
                    if touched.number in self.active and touched.number not in waiting:
                        waiting.add(touched.number)
                        queue.append(touched)
        return conflicts

    def choose(
        self, sets: list[list[Statement]], every: Iterable[list[Statement]]
    ) -> list[tuple[Statement, list[Statement]]]:
        """One statement to set aside for each contradiction that no earlier choice has already resolved.

        `every` are all contradictions met, reduced or not: what they share points at the culprit.
        """
        shared: dict[int, int] = defaultdict(int)
        for conflict in every:
            for statement in conflict:
                shared[statement.number] += 1

        def blame(statement: Statement) -> tuple[bool, int]:
            return statement.weight >= KNOWN, -shared[statement.number]

        if self.votes is None:
            self.votes = places(list(self.active.values()))
        votes = self.votes
        chosen: list[tuple[Statement, list[Statement]]] = []
        gone: set[int] = set()
        for conflict in sorted(sets, key=lambda c: (min(map(blame, c)), [s.number for s in c])):
            if gone.isdisjoint(s.number for s in conflict):
                least = reduce_conflict(conflict)
                known, most = min(map(blame, least))
                blamed = [s for s in least if blame(s)[0] == known and blame(s)[1] <= NEAR * most]
                worst = min(blamed, key=lambda s: (fit(s, votes), self.support(s), s.weight, -s.number))
                gone.add(worst.number)
                chosen.append((worst, least))
        return chosen

    def support(self, statement: Statement) -> int:
        """How many other statements leave a day for this one, less how many do not.

        A difference is measured at the day that it is counted from, an article's: what that article tells of other
        events puts its day where this statement has it, or elsewhere.
        """
        variable = statement.subject
        days = Days(variable, self.reasons, statement.number)
        mine = days.implied(statement)
        return sum(
            1 if days.meet(mine, days.implied(other)) else -1
            for other in self.touching[variable]
            if other.number in self.active and other.number != statement.number and not same_teller(statement, other)
        )

    def forget(self, numbers: set[int], variables: set[str]) -> list[Statement]:
        """Takes out statements with every bound that rests on them, and the bounds of some variables.

        Returns the statements to apply again.
        """
        for number in numbers:
            del self.active[number]
        rests: dict[int, bool] = {}
        stale = [key for key, reason in self.reasons.items() if key[0] in variables or rests_on(reason, numbers, rests)]
        for key in stale:
            del self.reasons[key]
        again: dict[int, Statement] = {}
        for variable in {variable for variable, _ in stale} | variables:
            for statement in self.touching[variable]:
                if statement.number in self.active:
                    again[statement.number] = statement
        return [again[number] for number in sorted(again)]


def reduce_conflict(conflict: Sequence[Statement]) -> list[Statement]:
    """A part of contradictory statements that is contradictory, and consistent without any one statement of it."""
    kept = list(conflict)
    for statement in sorted(conflict, key=lambda s: (s.weight, s.number)):
        fewer = [other for other in kept if other.number != statement.number]
        if contradictory(fewer):
            kept = fewer
    return kept


def contradictory(statements: Sequence[Statement]) -> bool:
    """Whether statements cannot all hold, as far as narrowing can tell."""
    return bool(_Component(statements).propagate(statements))
