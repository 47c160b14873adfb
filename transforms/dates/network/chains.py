"""The chain of evidence behind each bound, in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from transforms.dates.network.evidence import Evidence, day, spelled
from transforms.dates.network.reasons import Reason
from transforms.dates.network.solver import Solution
from transforms.dates.network.support import Unsupported


def reason_rows(
    evidence: Mapping[int, Evidence], solution: Solution, aside: set[int], doubted: Iterable[Unsupported]
) -> Iterator[tuple[object, ...]]:
    """Rows of `date_reasons`: chains behind bounds.

    A tighter bound that no second witness bears out stands before the chain, what was set aside after it.
    """
    steps: Counter[tuple[str, str, str]] = Counter()

    def row(variable: str, side: str, found: date | None, words: str, item: Evidence) -> tuple[object, ...]:
        name = variable[2:].partition("/")[0] if variable[0] in "ed" else item.document_id
        subject = ("event" if variable[0] == "e" else "document", name, side)
        step = steps[subject]
        steps[subject] += 1
        return *subject, step, found, words, item.document_id, item.mention_id, item.statement.number in aside

    for one in doubted:
        item = evidence[one.statements[0].number]
        words = f"{item.words}: not relied on for this side, since nothing else puts {item.outlet} so close"
        yield row(one.bound.variable, "latest" if one.bound.upper else "earliest", day(one.bound.day), words, item)
    for side, reasons in (("earliest", solution.earliest), ("latest", solution.latest)):
        for variable in sorted(name for name in reasons if name[0] in "ed" and "/" not in name):
            for reason in reversed(reasons[variable].chain()):
                item = evidence[reason.statement.number]
                found = date.fromordinal(reason.day)
                words = f"{item.words}: {what(reason, item)} on {limit(reason, solution)}"
                yield row(variable, side, found, words, item)
    for number in sorted(aside):
        item = evidence[number]
        statement = item.statement
        side, reach = ("latest", statement.high) if statement.high is not None else ("earliest", statement.low)
        words = f"set aside, since it contradicts better supported statements: {item.words}"
        yield row(statement.subject, side, day(reach if statement.origin is None else None), words, item)


def what(reason: Reason, item: Evidence) -> str:
    """What a bound is of, in words: an event, a person's birth, an article."""
    kind, name = reason.variable[0], reason.variable[2:]
    return "so it was" if kind == "e" else f"so {name} was born" if kind == "b" else f"so {item.outlet} appeared"


def limit(reason: Reason, solution: Solution) -> str:
    """A bound in words; a weekday that is open to the other side stands for those before or after it too."""
    found = date.fromordinal(reason.day)
    pattern = reason.statement.pattern if reason.variable == reason.statement.subject else None
    open_side = reason.variable not in (solution.earliest if reason.upper else solution.latest)
    if pattern is not None and pattern.weekday is not None and open_side:
        return f"{spelled(found)} or {'an earlier' if reason.upper else 'a later'} {found:%A}"
    return f"{spelled(found)} at the {'latest' if reason.upper else 'earliest'}"
