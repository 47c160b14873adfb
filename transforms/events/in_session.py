"""Those who meet while something else is told of them: "ministers, meeting in Hull on Monday, agreed to cut quotas"."""

from typing import Literal

from transforms.events.clauses import group_at
from transforms.events.tagging import Line
from transforms.events.triggers import Hit
from transforms.records import Timex

_IN_SESSION = frozenset({"meeting", "gathering", "sitting", "convening", "assembling"})
REACH = 24
"""Words from such a word to the comma that closes what is told of the meeting."""
VERB = 6
"""Words behind that comma within which the verb of the sentence begins."""


def tense_in_session(hit: Hit, timex: Timex) -> Literal["past", "present"] | None:
    """The tense of what else is told of those who meet at a time between commas; null for any other time."""
    line = hit.line
    at = hit.first if line.words[hit.first] in _IN_SESSION else hit.last + 2
    if line.word(at - 1) != "," or line.word(at) not in _IN_SESSION or hit.entry.event.family != "assembly":
        return None
    closed = next((k for k in range(at + 1, min(at + REACH, len(line))) if line.words[k] == ","), None)
    if closed is None or not at < line.at(timex.start) < closed:
        return None
    return _tense(line, closed + 1)


def _tense(line: Line, start: int) -> Literal["past", "present"] | None:
    """The tense of the first verb from a word on, which must not be another clause's."""
    for at in range(start, min(start + VERB, len(line))):
        tag = line.tags[at]
        if tag in ("be", "have"):
            done = tag == "have" or line.words[at] in ("was", "were")
            return "past" if done else "present"
        if tag == "modal":
            return "present" if line.words[at] in ("will", "may", "can", "must", "should") else "past"
        if tag == "ed":
            return "past"
        if tag == "verb":
            return "present" if not group_at(line, at).infinitive else None
        if tag in ("stop", "relative", "subordinator", "conjunction"):
            return None
    return None
