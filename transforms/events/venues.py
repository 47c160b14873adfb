"""Gatherings and papers as the place where something is said or done: they are there whatever their clause denies."""

from transforms.events.clauses import clause_start, group_at
from transforms.events.moods import to_come, under_way
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance, words
from transforms.events.tagging import AUXILIARY, VERBAL, Line

PLACING = frozenset({"at", "during"})
"""Prepositions that lead to a gathering at which something is done."""
BESIDE = PLACING | {"from", "in", "to", "with", "by", "after", "on", "when", "where"}
"""Words that lead to a gathering which is spoken of beside the matter of its clause."""
AHEAD = frozenset({"will", "would", "'ll", "shall"})
WAIT = 7
"""Words behind a deed in which the day stands that it waits for."""
SEVERAL = 6
"""Words behind a gathering in which those stand whose it is."""
RAISED = 8
"""Words behind a gathering in which the infinitive stands that says what it is to do."""


def held_anyway(line: Line, start: int, last: int) -> Stance | None:
    """What a gathering is of which something is told to be denied or in question: it takes place all the same.

    "The levy was not raised at the talks", "The levy will not be raised at the talks", "the levy might be raised at
    the May talks", "the levy was not tied to talks that are about to begin". Null where its phrase, whose first word
    is given, is not where, or not known to be.
    """
    leading = line.word(start - 1)
    if leading in ("for", "of") and line.word(start - 2) in words().attached:
        return "planned"
    beside = on_its_edge(line, start)
    if beside:
        leading, start = "at", start - 3
    if leading not in BESIDE or line.word(start) in ("no", "any"):
        return None
    if to_come(line, last) or _scheduled(line, last) or _near(line, start, last):
        return "planned"
    if leading not in PLACING:
        return None
    if under_way(line, last):
        return "asserted"
    for index in range(start - 2, clause_start(line, start) - 1, -1):
        if line.tags[index] in VERBAL or line.tags[index] in AUXILIARY:
            return None if _gathers(line, index) and not beside else _from_verb(line, index, start, last)
    return None


def fixed_place(line: Line, start: int) -> bool:
    """Whether a condition only tells what may come about at a known gathering: "if it is passed at the May meeting"."""
    known = line.word(start) in phrase_words().definite or line.tag(start) == "possessive"
    verb = start - 2
    present = line.tag(verb) == "ed" and line.word(verb - 1) in ("is", "are")
    return known and present and line.word(start - 1) in PLACING


def on_its_edge(line: Line, start: int) -> bool:
    """Whether something is done beside a gathering, whose phrase starts at a word: "on the sidelines of the summit"."""
    return line.word(start - 1) == "of" and line.word(start - 2) in words().beside and line.word(start - 3) == "the"


def _scheduled(line: Line, last: int) -> bool:
    """Whether a gathering of several is told to be due at a time: "a meeting of shareholders scheduled for July"."""
    at = next((at for at in range(last + 2, last + SEVERAL) if line.word(at) in words().expected), None)
    return line.word(last + 1) == "of" and at is not None and line.tag(at + 1) == "preposition"


def _near(line: Line, start: int, last: int) -> bool:
    """Whether its own words put a gathering ahead: "an upcoming meeting"; not where they put it into question."""
    adjectives = [words().adjectives.get(word) for word in line.words[start : last + 1]]
    return "planned" in adjectives and "possible" not in adjectives


def _gathers(line: Line, verb: int) -> bool:
    """Whether a verb tells the gathering itself: "may sit down at a summit"."""
    return line.lemma(verb) in words().gathering


def _from_verb(line: Line, verb: int, start: int, last: int) -> Stance | None:
    """What the verb before "at a meeting" says of when it is."""
    group = group_at(line, verb)
    if group.modal in AHEAD:
        return "planned"
    if group.have:
        return "asserted"  # "may have been raised at the talks"
    if group.modal is not None or group.infinitive:
        known = not phrase_words().pointing.isdisjoint(line.words[start : last + 1])
        return "planned" if known else None
    return "asserted" if line.tags[verb] in ("ed", "be", "have") else None


def done_in(line: Line, start: int) -> bool:
    """Whether something was said or done in a thing, so that it is over.

    "will resign in May, she said at a meeting", "approved by a vote a plan for 2031"; not "expected at a summit".
    """
    verb = start - 2
    if line.word(start - 1) not in ("at", "in", "by") or line.tag(verb) != "ed" or not group_at(line, verb).bare:
        return False
    lemma, known = line.lemma(verb), words()
    return lemma in known.reporting or not (lemma in known.verbs or line.word(verb) in known.predicates)


def told_in(line: Line, start: int, last: int) -> bool:
    """Whether a sentence in the past opens with where it was told: "In a letter this weekend Ms Orme made clear"."""
    if start != 1 or line.word(0) not in ("in", "at", "during"):
        return False
    verb = next(
        (at for at in range(last + 1, len(line)) if line.tags[at] in VERBAL or line.tags[at] in AUXILIARY), None
    )
    return verb is not None and line.tags[verb] == "ed"


def raised(line: Line, last: int) -> bool:
    """Whether what follows a gathering says what it is to do: "expects the summit to agree on a plan"."""
    for at in range(last + 1, min(last + RAISED, len(line) - 1)):
        if line.tags[at] == "to":
            held = line.lemma(at + 1) in phrase_words().taking_place or line.lemma(at + 1) in (
                "be",
                "go",
                "come",
                "proceed",
            )
            return line.tag(at + 1) == "verb" and not held
        if line.tags[at] in VERBAL or line.tags[at] in AUXILIARY or line.tags[at] in ("stop", "quote", "relative"):
            return False
    return False


def only_later(line: Line, first: int, last: int) -> Stance | None:
    """What a deed is that is denied until some time: "is not due to meet until May", "did not meet until noon"."""
    until = next(
        (at for at in range(last + 1, min(last + WAIT, len(line))) if line.words[at] in ("until", "till")), None
    )
    if until is None or not {"stop", "quote", "conjunction"}.isdisjoint(line.tags[last + 1 : until]):
        return None
    group = group_at(line, first)
    return "planned" if group.infinitive or group.modal in AHEAD else "asserted"


def opens_clause(line: Line, index: int, last: int) -> bool:
    """Whether a word opens a clause whose subject a gathering or act is: "when talks resume", "as votes fell"."""
    if line.word(index) == "as":
        told = line.tag(last + 1) in VERBAL or line.tag(last + 1) in ("be", "have", "modal")
        return told or line.word(last + 1) in words().unfolding
    return line.tag(index) == "subordinator"


def takes_place_then(line: Line, start: int, last: int) -> bool:
    """Whether something is told to be at the time of a gathering still to come: "when the talks resume"."""
    if line.word(start - 1) not in ("when", "once") or line.tag(last + 1) == "ed":
        return False
    return line.lemma(last + 1) in phrase_words().taking_place and line.words[last + 1] != "held"


def recent(line: Line, start: int, first: int) -> bool:
    """Whether its own words say that a thing is over: "recent protests", "the previous vote"; not "no recent vote"."""
    inside = line.words[start:first]
    return not words().past.isdisjoint(inside) and "no" not in inside and "any" not in inside
