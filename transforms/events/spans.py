"""Several times that are told together: "Monday and Tuesday", "from 3 to 7 May", "on 1, 2 and 3 April"."""

from collections.abc import Sequence
from datetime import date, timedelta

from transforms.events.tagging import AUXILIARY, Line
from transforms.records import Timex

WEEK = timedelta(days=7)
APART = 30
"""Characters between two times that are told together."""
LONGEST = 8
"""Times that are told together on one side of another."""
_RANGES = (["to"], ["-"], ["until"], ["till"], ["through"])
_GOING_ON = frozenset({"run", "last", "continue", "go"})
_ENDING = frozenset({"end", "close", "finish", "conclude"})
_EXPECTED = frozenset({"is", "are", "due", "expected", "scheduled", "set", "to"})
_LISTS = ([","], ["and"], [",", "and"], ["or"], [",", "or"], ["&"])


def together(number: int, timexes: Sequence[Timex], line: Line, *, ahead: bool) -> tuple[date | None, date | None]:
    """The days of an expression with those told together with it.

    Where a weekday would come before the one told ahead of it, one of both is read in the direction of the stance.
    """
    own = timexes[number]
    days: list[tuple[date, date]] = []
    for timex in (timexes[at] for at in told_with(number, timexes, line)):
        if timex.earliest is None or timex.latest is None:
            return own.earliest, own.latest
        earliest, latest = timex.earliest, timex.latest
        if days and timedelta() < days[-1][0] - latest < WEEK:
            if ahead and timex.rule == "weekday":
                earliest, latest = earliest + WEEK, latest + WEEK
            elif not ahead and own.grain == "day" and timexes[number].rule == "weekday":
                days = [(first - WEEK, last - WEEK) for first, last in days]
        days.append((earliest, latest))
    return min(first for first, _ in days), max(last for _, last in days)


def told_with(number: int, timexes: Sequence[Timex], line: Line) -> list[int]:
    """The numbers of the expressions told together with one, which is among them, in order of the text."""
    low = high = number
    links: list[list[str]] = []
    while low > 0 and number - low < LONGEST and (link := _link(timexes[low - 1], timexes[low], line)) is not None:
        links.append(link)
        low -= 1
    after = number + LONGEST
    while (
        high + 1 < len(timexes) and high < after and (link := _link(timexes[high], timexes[high + 1], line)) is not None
    ):
        links.append(link)
        high += 1
    listed = [","] in links and not any("and" in link or "or" in link for link in links)
    return [number] if listed else list(range(low, high + 1))


def _link(first: Timex, second: Timex, line: Line) -> list[str] | None:
    """The words between two expressions that make one time of both."""
    if not line.starts[0] <= first.start or not second.start < line.ends[-1] or second.start - first.end > APART:
        return None
    if first.grain != second.grain or first.grain not in ("day", "month", "year"):
        return None
    between = [line.word(index) for index in range(line.at(first.end - 1) + 1, line.at(second.start))]
    of_days = first.grain == "day"
    fused = of_days and not between and line.at(first.end - 1) == line.at(second.start)  # "28-29 June"
    if fused or between in _RANGES or between == ["or"] or (of_days and between in _LISTS):
        return between
    if between == ["and"] and line.word(line.at(first.start) - 1) == "between":
        return ["to"]  # "between March 2023 and July 2024"
    if of_days and _runs_until(line, line.at(first.end - 1) + 1, line.at(second.start)):
        return ["to"]
    return None


def _runs_until(line: Line, low: int, high: int) -> bool:
    """Whether words lead from the first day of something to its last: "opens on 27 May and runs until 7 July"."""
    at = low + (line.word(low) == ",")
    at += line.word(at) in ("and", "before")
    while line.tag(at) in AUXILIARY or line.word(at) in _EXPECTED:
        at += 1
    if line.lemma(at) in _GOING_ON:
        return line.words[at + 1 : high] in (["until"], ["till"], ["to"], ["through"])
    return line.lemma(at) in _ENDING and line.words[at + 1 : high] in ([], ["on"])
