"""Who says that an event happened: the speaker of the sentence that tells it."""

from collections.abc import Callable

from transforms.events.stances import words
from transforms.events.tagging import REACH, VERBAL, Line
from transforms.events.triggers import Hit

FindSpeaker = Callable[[Line, int], str | None]
"""Who is the subject of the verb at a word of a sentence, by name."""


def speaker_of(hit: Hit, find_speaker: FindSpeaker) -> str | None:
    """The subject of the verb of saying that an event is told under, as in "the plan will be dropped, Ms Orr said"."""
    verb = _verb_of_saying(hit)
    return None if verb is None else find_speaker(hit.line, verb)


def _verb_of_saying(hit: Hit) -> int | None:
    """The nearest finite verb of saying before the trigger, else the first after the clause that holds it."""
    line = hit.line
    saying = words().reporting
    for index in range(hit.first - 1, max(hit.first - REACH, 0) - 1, -1):
        if line.tags[index] in VERBAL and line.tags[index] != "ing" and line.lemma(index) in saying:
            return index
    closed = False
    for index in range(hit.last + 1, min(hit.last + REACH, len(line))):
        closed = closed or line.words[index] in (",", '"')
        if closed and line.tags[index] in VERBAL and line.tags[index] != "ing" and line.lemma(index) in saying:
            return index
    return None
