"""On which side the words around a time leave its days open: "by Monday", "since 2016", "before the vote in May"."""

from typing import Literal

from transforms.events.clauses import clause_start, phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

Side = Literal["before", "after"]
NEAR = 6
"""Words from a trigger to the "before" that leads to a deed to come after it."""
_BEFORE = frozenset({"by", "before", "until", "till"})


def side_of(line: Line, timex: Timex, hit: Hit | None, *, ahead: bool) -> Side | None:
    """Whether what is told came before or after a time, or is still to come so; null where it came in it."""
    at = line.at(timex.start)
    opening = leading_words(line, timex, hit)
    if opening & _BEFORE or (ahead and _ends_before(line, at, hit)) or _of_what_comes_next(line, at, hit):
        return "before"
    return "after" if opening & {"since", "after"} or _since(line, at, hit) else None


def leading_words(line: Line, timex: Timex, hit: Hit | None) -> set[str]:
    """The word before a time and its own first word, where they bound the trigger."""
    at = line.at(timex.start)
    other = hit is not None and at < hit.first and (_when_follows(line, timex) or _inside_phrase(line, hit, at))
    return set() if timex.type == "TIME" or other else {line.word(at - 1), timex.text.split(" ", 1)[0].lower()}


def opening(line: Line, hit: Hit, grain: str | None) -> int | None:
    """The first word of the phrase of a noun, or of a verb's clause that "after" or "before" hangs on a day.

    What came after something else in a month or a year mostly came in it as well.
    """
    if hit.part == "noun":
        start = phrase_start(line, hit.first)
        while line.word(start - 1) == "of" and "possessive" in line.tags[start : hit.first]:
            start = phrase_start(line, start - 2)  # "after Mayor of Thorne Ann Lang's resignation"
        return start
    start = clause_start(line, hit.first)
    return start + 1 if grain in ("day", "part") and line.word(start) in ("after", "before") else None


def _of_what_comes_next(line: Line, at: int, hit: Hit | None) -> bool:
    """Whether a time is that of what a trigger is told to come before: "will quit before the conference in October"."""
    if hit is None or line.tag(at - 1) != "preposition" or line.tag(at - 2) != "word":
        return False
    start = phrase_start(line, at - 2)
    awaited = line.word(at - 2) in phrase_words().awaited  # but not "before a committee on Monday"
    return awaited and line.word(start - 1) == "before" and hit.last < start - 1


def _ends_before(line: Line, at: int, hit: Hit | None) -> bool:
    """Whether a time is that of a deed that is to come after a trigger: "a vote before the Senate leaves on 3 May"."""
    if hit is None:
        return False
    before = next((index for index in range(at - 1, hit.last, -1) if line.words[index] == "before"), None)
    if before is None or before > hit.last + NEAR:
        return False
    inside = line.tags[before + 1 : at]
    return "stop" not in inside and "quote" not in inside and any(tag in VERBAL for tag in inside)


def only_then(line: Line, timex: Timex, hit: Hit) -> bool:
    """Whether "until" says when something may begin: "will not be published until May", but not "need not call it"."""
    if leading_words(line, timex, hit).isdisjoint(("until", "till")):
        return False
    at = line.at(timex.start)
    start = clause_start(line, at - 1)
    denied = next((index for index in range(start, at) if line.words[index] in ("not", "n't", "never")), None)
    if denied is None or {"have", "need"} & {line.word(denied - 1), line.word(denied + 1)}:
        return False
    due = not words().expected.isdisjoint(line.words[start:at])
    return not due and (start <= hit.first or line.word(start) in ("which", "who"))


def _when_follows(line: Line, timex: Timex) -> bool:
    """Whether a clause says what came about at a time, however that bounds the rest: "until May, when he resigned"."""
    after = line.at(timex.end - 1) + 1
    return line.word(after + (line.word(after) == ",")) == "when"


def _inside_phrase(line: Line, hit: Hit, at: int) -> bool:
    """Whether a time stands in the phrase of a noun, which is what "before" governs: "before Friday's vote"."""
    return hit.part == "noun" and phrase_start(line, hit.first) <= at


def lasts(hit: Hit) -> bool:
    """Whether a verb tells what was done once, from when on it has been so: "suspended since May"."""
    once = hit.type == "suspension" or (hit.line.tag(hit.first) == "ing" and hit.type != "protest")
    return hit.part == "verb" and once


def _since(line: Line, at: int, hit: Hit | None) -> bool:
    """Whether a time is that of a thing since which the trigger came about."""
    if hit is None or hit.first < at or line.word(0) != "since" or line.words.count("since") > 1:
        return False
    return "," in line.words[at : hit.first] and "," not in line.words[:at]
