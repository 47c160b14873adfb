"""What is only spoken of at a time: "said on Friday the strike was hurting sales", "On Friday he said that it was"."""

from transforms.events.clauses import group_at, phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit

REACH = 8
"""Words from a verb of saying to its time, or from a time to its verb of saying."""
_CLOSING = frozenset({"stop", "quote", "relative", "subordinator"})


def only_said_then(line: Line, hit: Hit, first: int, last: int) -> bool:
    """Whether a time is that of saying what a thing is or does, and not of what brings the thing about.

    "said on Friday they had held talks" may tell of Friday's, "said on Friday the talks were hard" does not.
    """
    begins = _content(line, hit, first, last)
    start = phrase_start(line, hit.first)
    if begins is None or start < begins or (start - 1 == begins and line.tag(begins) == "preposition"):
        return False
    governing = next((at for at in range(start - 1, begins - 1, -1) if line.tags[at] in VERBAL), None)
    if governing is not None:
        return line.lemma(governing) not in words().realising
    for at in range(hit.last + 1, len(line)):
        if line.tags[at] in AUXILIARY or line.tags[at] in ("ed", "verb"):
            return True
        if line.tags[at] in _CLOSING:
            break
    return False


def announced_then(line: Line, hit: Hit, first: int, last: int) -> bool:
    """Whether a time is that of announcing who came or went: "announced on Monday, hours later, that she has quit"."""
    verb = first - 2 if line.tag(first - 1) == "preposition" else first - 1
    if hit.entry.event.family != "membership" or line.tag(verb) != "ed":
        return False
    if line.lemma(verb) not in phrase_words().announcing or (hit.part == "verb" and group_at(line, hit.first).modal):
        return False
    that = last + 1
    if line.word(that) == ",":
        closing = next((at for at in range(that + 1, min(that + REACH, hit.first)) if line.words[at] == ","), that)
        that = closing + 1
    inside = line.tags[that + 1 : hit.first]
    return line.word(that) == "that" and not any(tag in ("relative", "subordinator", "quote") for tag in inside)


def _content(line: Line, hit: Hit, first: int, last: int) -> int | None:
    """The first word of what is said at a time, before a trigger."""
    begins = None
    for at in range(first - 1, max(first - REACH, -1), -1):
        if line.tags[at] in VERBAL:
            begins = last + 1 if _says(line, at) else None
            break
        if line.tags[at] in _CLOSING:
            break
    if begins is not None:
        return None if line.tag(begins) in ("stop", "quote") else begins + (line.tag(begins) == "relative")
    said = next((at for at in range(last + 1, min(last + REACH, hit.first)) if line.tags[at] in VERBAL), None)
    if said is None or not _says(line, said) or any(tag in VERBAL for tag in line.tags[:first]):
        return None
    that = next((at for at in range(said + 1, min(said + REACH, hit.first)) if line.words[at] == "that"), None)
    return None if that is None else that + 1


def _says(line: Line, at: int) -> bool:
    return line.tags[at] == "ed" and line.lemma(at) in words().reporting
