"""Clauses that make an event hang on a condition, or only say when something else is to be."""

from transforms.events.clauses import group_at
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, REACH, VERBAL, Line

PLANNED = 8
"""Words before an event, or behind "but", among which it is told that it was planned, or dropped."""
CONDITION = 5
"""Words behind what is to come in which its condition starts."""


_ASIDE = frozenset({"any", "anything", "anyone", "ever", "not", "necessary", "possible", "needed"})
"""Words that with "if" before them and a comma behind open no condition."""


def conditional(line: Line, index: int) -> bool:
    """Whether the clause of a word opens with a condition."""
    for at in range(index - 1, max(index - REACH, 0) - 1, -1):
        word = line.words[at]
        if word in words().conditional:
            if word == "if" and line.word(at + 1) in _ASIDE and line.tag(at + 2) == "stop":
                continue  # "what, if any, changes"
            return True
        if word == "event" and line.words[max(at - 2, 0) : at] == ["in", "the"]:
            return True  # "in the event of a strike"
        if word == "should" and line.tag(at + 1) in ("determiner", "pronoun"):
            return True
        if line.tags[at] in ("stop", "quote", "subordinator") and word not in ("-", "'", "%"):
            return "if" in line.words[max(at - 2, 0) : at]
    return False


def decided_on(line: Line, index: int) -> bool:
    """Whether those who decide have a thing before them: "will meet to decide whether to hold a ballot"."""
    at = next((at for at in range(index - 1, max(index - CONDITION, 0), -1) if line.words[at] == "whether"), None)
    return at is not None and line.tag(at + 1) == "to" and line.lemma(at - 1) == "decide"


def waits_for(line: Line, leading: int) -> bool:
    """Whether the word that leads to a thing says that it is to come: "before it", "ahead of it", "subject to it"."""
    word, before = line.word(leading), line.word(leading - 1)
    known = words()
    return word in known.ahead or before in {"of": known.ahead_of, "to": known.ahead_to}.get(word, ())


def hinges(line: Line, first: int, last: int) -> bool:
    """Whether what is still to come is told to come only if something else does: "if it is lost, he will resign"."""
    opened = next((at for at in range(first - 1, -1, -1) if line.tags[at] == "quote" or line.words[at] == ";"), -1) + 1
    if line.word(opened) in ("if", "unless", "should") and "," in line.words[opened:first]:
        return True
    return not {"if", "unless"}.isdisjoint(line.words[last + 1 : last + 1 + CONDITION])


def awaited(line: Line, head: int) -> bool:
    """Whether a verb in the present only says when something else is to be: "soon after the house passes the budget".

    A headline tells the past so ("Clerk quits after board cuts pay"); it ends without a full stop.
    """
    group = group_at(line, head)
    passive = line.tag(head) == "ed" and group.start == head - 1 and line.words[group.start] in ("is", "are")
    active = group.bare and not group.infinitive and line.tag(head) not in ("ed", "ing")
    if not (passive or active) or line.word(len(line) - 1) != ".":
        return False
    will = not {"will", "'ll"}.isdisjoint(line.vocabulary)
    for index in range(group.start - 1, max(group.start - REACH, 0) - 1, -1):
        if (
            (will and line.words[index] == "when")
            or line.words[index] in words().awaiting
            or line.words[max(index - 2, 0) : index + 1] == ["as", "soon", "as"]
        ):
            return line.tag(index + 1) not in VERBAL
        if line.tags[index] in VERBAL or line.tags[index] in AUXILIARY or line.tags[index] in ("stop", "quote"):
            return False
    return False


def given_up(line: Line, first: int, last: int) -> bool:
    """Whether a plan of the past is told to have come to nothing: "had planned to march in June but pulled out".

    What is put off to another day is still ahead.
    """
    but = next((at for at in range(last + 1, min(last + REACH, len(line))) if line.words[at] == "but"), None)
    if but is None or not any(_was_to(line, at) for at in range(max(first - PLANNED, 0), first)):
        return False
    behind = range(but + 1, min(but + PLANNED, len(line)))
    if not {"until", "till"}.isdisjoint(line.words[but : but + PLANNED]):
        return False
    known = words()
    dropped = (known.verbs.get(line.lemma(at)) == "negated" or line.lemma(at) in known.deferring for at in behind)
    return any(dropped) or any(line.word(at) in ("pulled", "withdrew") for at in behind)


def _was_to(line: Line, at: int) -> bool:
    """Whether something was planned at a word: "had planned", "was due", "had been expected"."""
    if line.word(at) not in ("was", "were", "had", "been"):
        return False
    known, follows = words(), at + 1
    return line.word(follows) in known.predicates or known.verbs.get(line.lemma(follows)) == "planned"
