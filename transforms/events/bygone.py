"""Whether the words around a thing that might be to come say that it is over."""

from transforms.events.clauses import clause_start, group_at, phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

NEAR = 5
"""Words between a thing and its time."""


def then_did(hit: Hit, timex: Timex) -> bool:
    """Whether a thing of a time is the subject of what has come about: "The rally in June drew 900 people"."""
    line, at = hit.line, hit.line.at(timex.start)
    behind = line.at(timex.end - 1) + 1
    if hit.part != "noun" or not hit.last < at:
        return False
    verb = next((k for k in range(hit.last + 1, len(line)) if line.tags[k] in VERBAL or line.tags[k] in AUXILIARY), at)
    if any(line.tags[k] in ("stop", "relative", "subordinator") for k in range(hit.last + 1, max(verb, at))):
        return False
    if at < verb and (at > hit.last + NEAR or verb > behind + 1):
        return False
    if line.word(verb) in ("was", "were"):
        passive = line.tag(verb + 1) == "ed" and line.lemma(verb + 1) in phrase_words().over_verbs
        return passive or (at < verb and line.tag(verb + 1) in ("determiner", "number"))
    return _has_come_about(line, verb) and not (
        verb < at and any(tag in VERBAL or tag in AUXILIARY for tag in line.tags[verb + 1 : at])
    )


def _has_come_about(line: Line, verb: int) -> bool:
    """Whether a verb tells what has been, and not what is planned, put off, said or called for."""
    known, lemma = words(), line.lemma(verb)
    planned = lemma in known.verbs or lemma in known.deferring or lemma in known.reporting
    arranged = line.words[verb] in known.expected or lemma in phrase_words().arranging or line.word(verb + 1) == "for"
    return line.tag(verb) == "ed" and not planned and not arranged


def counts_a_deed(hit: Hit) -> bool:
    """Whether votes are counted by which something was done: "approved the pact by 301 votes to 269"."""
    line, start = hit.line, phrase_start(hit.line, hit.first)
    return line.words[hit.first] == "votes" and line.tag(hit.first - 1) == "number" and line.word(start - 1) == "by"


def looks_back(hit: Hit) -> bool:
    """Whether the phrase or its governor says that the thing is over: "since the election", "won the by-election"."""
    line, known = hit.line, phrase_words()
    start = phrase_start(line, hit.first)
    if any(word in known.over_words for word in line.words[start : hit.first]):
        return True
    if line.word(start - 1) in known.over_prepositions:
        return not _comes_first(line, start - 1)
    governor = start - 1 if line.tag(start - 1) in ("ed", "verb") else start - 2
    if line.tag(governor) == "ed" and line.lemma(governor) in known.over_verbs:
        return True
    if line.word(start - 1) == "in" and _contested(line, start - 1):
        return True
    if line.tag(start - 1) != "preposition" and _gone_through(line, hit.last + 1):
        return True
    if line.tag(start - 1) == "be" and "first" in line.words[start : hit.first]:
        return group_at(line, start - 1).modal is None  # "it is the first election since 2019"
    return bool(
        known.results.intersection(line.words[max(start - 6, 0) : start])
        or known.results.intersection(line.words[hit.last + 1 : hit.last + 3])
        or line.word(hit.last + 1) in known.upshots
    )


def _gone_through(line: Line, at: int) -> bool:
    """Whether what a word begins tells that its subject is over or on: "went ahead", "has begun", "was the first"."""
    word = line.word(at)
    if word in ("was", "were") and line.tag(at + 1) == "determiner":
        return True
    if word in ("is", "are", "was", "were") and line.word(at + 1) == "over":
        return True
    if word in ("has", "have", "had"):
        at += 2 if line.word(at + 1) == "been" else 1
    return (
        line.tag(at) == "ed"
        and line.lemma(at) in phrase_words().gone_through
        and line.word(at + 1) not in ("by", "forward")
    )


def _comes_first(line: Line, after: int) -> bool:
    """Whether what is still to come waits for a thing: "will retire after the election", "until after the election"."""
    if line.word(after) != "after":
        return False
    if line.word(after - 1) == "until":
        return True
    verb = next((at for at in range(after - 1, clause_start(line, after) - 1, -1) if line.tags[at] in VERBAL), None)
    return verb is not None and words().modals.get(group_at(line, verb).modal or "") == "planned"


def _contested(line: Line, at: int) -> bool:
    """Whether somebody has won or lost in a thing: "beat her rival in the leadership contest"."""
    for index in range(at - 1, clause_start(line, at) - 1, -1):
        if line.tags[index] in VERBAL:
            known = phrase_words()
            group = group_at(line, index)
            past = line.tags[index] == "ed" and group.modal is None and not group.infinitive
            return past and line.lemma(index) in known.over_verbs
    return False
