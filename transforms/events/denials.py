"""Clauses that somebody denies or guesses: "denied that he had resigned", "speculation that she will quit"."""

from transforms.events.stances import words
from transforms.events.tagging import REACH, VERBAL, Line

BEFORE = 4
"""Words in front of "reports that" in which the verb that denies them stands."""


def denied(line: Line, at: int) -> bool:
    """Whether a clause, of whose verb a word is the first, is what somebody denies."""
    known = words()
    if line.tag(at - 1) in ("determiner", "possessive"):
        return False  # "denied a published report"
    for index in range(at - 1, max(at - REACH, 0) - 1, -1):
        if line.words[index] == "that":
            told = line.words[index - 1] in known.tidings
            verbs = range(index - 2, max(index - 2 - BEFORE, -1), -1) if told else (index - 1,)
            denying = known.disbelieving if told else known.denying
            return any(line.tag(verb) in VERBAL and line.lemma(verb) in denying for verb in verbs)
        thing = line.tags[index] == "ing" and line.tag(index - 1) in ("determiner", "possessive")  # "the meeting"
        if line.tags[index] in VERBAL and not thing:
            return line.lemma(index) in known.denying and index < at - 1
        if line.tags[index] in ("stop", "quote", "relative", "subordinator", "conjunction"):
            return False
    return False


def guessed(line: Line, at: int) -> bool:
    """Whether a clause, of whose verb a word is the first, is what some only guess.

    "speculation that he will quit", "hopes that he will quit".
    """
    for index in range(at - 1, max(at - REACH, 0) - 1, -1):
        if line.words[index] == "that":
            told = words().verbs.get(line.lemma(index - 1)) if line.tag(index - 1) in VERBAL else None
            return told == "possible" or line.words[index - 1] in words().guesses
        if line.tags[index] in VERBAL or line.tags[index] in ("stop", "quote", "relative", "subordinator"):
            return False
    return False
