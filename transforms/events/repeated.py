"""Things of one kind that came about at several times: "won elections in 2014 and 2019"."""

from transforms.events.dating import Times
from transforms.events.tagging import Line
from transforms.events.triggers import Hit
from transforms.records import Timex

Chosen = tuple[int, int] | None
_JOINED = ([","], ["and"], [",", "and"], ["in"], ["and", "in"], [",", "in"], [",", "and", "in"])
"""Words between the times of a list."""


def each_time(hit: Hit, chosen: Chosen, times: Times) -> list[Chosen]:
    """The cost and number of the expression of a trigger and of those listed with it, where it tells several things.

    Only a plural tells several, and only months and years set them apart: what is on Monday and Tuesday may be one.
    """
    if chosen is None or hit.part != "noun" or hit.form != "plural":
        return [chosen]
    cost, number = chosen
    if times.all[number].grain not in ("month", "year"):
        return [chosen]
    first = last = number
    while _listed(hit.line, times, first - 1, first):
        first -= 1
    while _listed(hit.line, times, last, last + 1):
        last += 1
    return [(cost, at) for at in range(first, last + 1)]


def _listed(line: Line, times: Times, one: int, other: int) -> bool:
    """Whether two expressions follow each other in a list: "in 2014 and 2019", "in May, June and July"."""
    if one < 0 or other >= len(times.all):
        return False
    first, second = times.all[one], times.all[other]
    inside = line.starts[0] <= first.start and second.start < line.ends[-1]
    if not inside or first.grain != second.grain or second.type != "DATE":
        return False
    between = _between(line, first, second)
    stretch = between == ["and"] and line.word(line.at(first.start) - 1) == "between"  # "between May and July"
    return between in _JOINED and not stretch


def _between(line: Line, first: Timex, second: Timex) -> list[str]:
    return line.words[line.at(first.end - 1) + 1 : line.at(second.start)]
