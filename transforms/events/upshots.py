"""What became of a decision, told by a noun: "the defeat of the motion", "the bill's passage"."""

from transforms.events.clauses import phrase_start
from transforms.events.modality import stance_of
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Outcome

NEAR = 6
"""Words between a noun that tells the end and "of", where it is told where: "its defeat in the senate of"."""


def told_by_noun(hit: Hit) -> Outcome | None:
    """The outcome that a noun tells of a decision, where what it names has come about."""
    line = hit.line
    if hit.part != "noun" or hit.entry.event.family != "decision":
        return None
    at = _noun_of(line, phrase_start(line, hit.first))
    if at is None:
        at = next(
            (k for k in (hit.last + 2, hit.last + 3) if line.tag(hit.last + 1) == "possessive" and _ends(line, k)), None
        )
    if at is None or not _came_about(line, at):
        return None
    return words().ends[line.words[at]]


def _came_about(line: Line, at: int) -> bool:
    """Whether an end is told as one that has come: "after the defeat of", but not "depends upon passage of"."""
    start = phrase_start(line, at)
    if "ed" in line.tags[start:at]:
        return False  # "this ruled out approval of the bill"
    leading = line.word(start - 1)
    after = leading in phrase_words().over_prepositions or leading == "despite"
    known = not phrase_words().pointing.isdisjoint(line.words[start:at]) or "possessive" in line.tags[start:at]
    if not after and not (
        known and (start == 0 or line.tags[start - 1] not in ("preposition", "adverb", "to", "word"))
    ):
        return False
    return stance_of(line, at, at, "noun", "singular", "act") == "asserted"


def _ends(line: Line, at: int) -> bool:
    return line.word(at) in words().ends and line.tag(at) not in ("ed", "to")


def _noun_of(line: Line, start: int) -> int | None:
    """The noun of an end that "of" joins to a phrase: "the rejection by the upper house of the bill"."""
    if line.word(start - 1) != "of":
        return None
    for at in range(start - 2, max(start - 2 - NEAR, -1), -1):
        if _ends(line, at):
            return at
        if (
            line.tags[at] in VERBAL
            or line.tags[at] in ("stop", "quote", "conjunction", "relative", "subordinator")
            or line.words[at] == "of"
        ):
            return None
    return None
