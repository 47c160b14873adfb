"""Second witnesses for the days of undated articles, asked for only where statements are often false.

A false statement that contradicts nothing cannot be found, only mistrusted. Contradictions tell how many statements are
false (`unreliable`): among reliable ones a single statement is enough. Else the bound of an article's day must be
borne out by evidence that shares no statement with it and bounds the day by nearly as much; where such evidence gives a
looser bound, what puts the article closer is not relied on for that side, and the looser bound stands. Evidence that
leaves open more than a month vouches for nothing, so a bound without other evidence stands.

This is a step after solving: a further statement never widens what the solver finds, but it may show that statements
are less reliable than they seemed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.dates.network.reasons import Reason, Statement, narrowings
from transforms.dates.network.solver import KNOWN, Solution, solve

FALSE_SHARE = 0.02
"""Statements are unreliable when more than this share of them was set aside.

In the worlds of `benchmarks.undated` with this share of false time words, one hidden day in three hundred gets a wrong
bound from single statements; with five in a hundred, one in seventy.
"""

NEARLY = 3
"""Days by which the second witness may bound a day less than the first."""

VAGUE = 31
"""Days by which a second witness bounds a day less when it says too little to vouch for it or against it."""

Side = tuple[str, bool]
"""A variable, and whether its latest day is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsupported:
    """A bound that no second witness bears out, and the statements about its variable that share evidence with it."""

    bound: Reason
    statements: tuple[Statement, ...]


def unreliable(statements: Collection[Statement], solution: Solution) -> bool:
    """Whether contradictions show that more than `FALSE_SHARE` of the statements are false."""
    return len(solution.contradictions) > FALSE_SHARE * len(statements)


def supported(
    statements: Iterable[Statement], solution: Solution, variables: Collection[str]
) -> tuple[Solution, list[Unsupported]]:
    """The bounds with those of some variables loosened to what a second witness bears out, and what was loosened."""
    aside = {found.set_aside.number for found in solution.contradictions}
    active = [statement for statement in statements if statement.number not in aside]
    found = unsupported(active, solution, variables)
    cut: dict[int, set[bool]] = defaultdict(set)
    for one in found:
        for statement in one.statements:
            cut[statement.number].add(one.bound.upper == (statement.subject == one.bound.variable))
    again = solve((_without(statement, cut.get(statement.number, ())) for statement in active), solution)
    again.contradictions = solution.contradictions + again.contradictions
    return again, found


def _without(statement: Statement, sides: Iterable[bool]) -> Statement:
    for high in sides:
        statement = replace(statement, high=None) if high else replace(statement, low=None)
    return statement


def unsupported(statements: Sequence[Statement], solution: Solution, variables: Collection[str]) -> list[Unsupported]:
    """The bounds of some variables that no second witness bears out, though one speaks of the same month."""
    reasons = {(name, False): reason for name, reason in solution.earliest.items()}
    reasons.update(((name, True), reason) for name, reason in solution.latest.items())
    touching: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for name in _ends(statement, variables):
            touching[name].append(statement)
    found: list[Unsupported] = []
    for name in sorted(touching):
        for upper in (False, True):
            bound = reasons.get((name, upper))
            if bound is not None and _entry(bound).weight < KNOWN:
                doubted = _doubted(bound, touching[name], reasons)
                found += [Unsupported(bound=bound, statements=doubted)] if doubted else []
    return found


def _ends(statement: Statement, variables: Collection[str]) -> Iterator[str]:
    """The variables of a statement that are asked for."""
    if statement.subject in variables:
        yield statement.subject
    if statement.origin is not None and statement.origin in variables:
        yield statement.origin


def _entry(bound: Reason) -> Statement:
    """The statement through which a bound came to its variable, which a weekday may have moved since."""
    while bound.because is not None and bound.because.variable == bound.variable:
        bound = bound.because
    return bound.statement


def _doubted(bound: Reason, touching: Iterable[Statement], reasons: Mapping[Side, Reason]) -> tuple[Statement, ...]:
    """The statements that a bound rests on if no second witness bears it out; none where one does or there is none."""
    used = _numbers(bound)
    offers = [(statement, _offer(statement, bound, reasons)) for statement in touching]
    own = [(statement, offer) for statement, offer in offers if offer and not used.isdisjoint(_numbers(offer))]
    others = [offer.day for _, offer in offers if offer and used.isdisjoint(_numbers(offer))]
    if not others:
        return ()
    second = min(others) if bound.upper else max(others)
    if not NEARLY < abs(second - bound.day) <= VAGUE:
        return ()
    tighter = [s for s, offer in own if (offer.day < second) == bound.upper and offer.day != second]
    return tuple(dict.fromkeys((_entry(bound), *(s for s in tighter if s.weight < KNOWN))))


def _offer(statement: Statement, bound: Reason, reasons: Mapping[Side, Reason]) -> Reason | None:
    """The bound that one statement gives by itself, where what it counts from does not rest on the variable."""
    name = bound.variable
    other = statement.origin if statement.subject == name else statement.subject
    known: dict[Side, Reason] = {}
    for upper in (False, True):
        if other is not None and other != name and (other, upper) in reasons:
            known[other, upper] = reasons[other, upper]
    for _ in range(2):  # the difference first, then its pattern
        for reason in narrowings(statement, known):
            if reason.variable == name:
                known[name, reason.upper] = reason
    offer = known.get((name, bound.upper))
    if offer is None:
        return None
    steps = offer.chain()
    while steps and steps[0].variable == name:
        del steps[0]
    return None if any(step.variable == name for step in steps) else offer


def _numbers(reason: Reason) -> set[int]:
    return {step.statement.number for step in reason.chain()}
