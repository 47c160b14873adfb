"""Whether a told event happened, is planned, may happen, or did not: read from what governs its trigger.

A trigger starts as a plain assertion. Every word that governs it, from the innermost outwards, may move it: an
auxiliary of its own verb, the verb or noun it is the complement of ("called for", "threat of", "refused to"), and what
governs that.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import seeds
from transforms.events.clauses import AUXILIARY, REACH, VERBAL, Line, clause_end, clause_start, group_at, phrase_start
from transforms.events.lexicon import Form, Part
from transforms.records import Modality

Stance = Literal["asserted", "planned", "possible", "negated", "averted"]
"""A modality; "averted" is a negated one that lies ahead: what will not, or need not, happen."""
DEPTH = 4
"""Governors of governors that are followed outwards."""


@dataclass(frozen=True, slots=True)
class Words:
    """Which words move an event into which modality, and what other words the rules know."""

    verbs: dict[str, Modality]
    nouns: dict[str, Modality]
    adjectives: dict[str, Modality]
    modals: dict[str, Modality]
    factive: frozenset[str]
    conditional: frozenset[str]
    reporting: frozenset[str]
    realising: frozenset[str]


def _moving(table: dict[str, list[str]]) -> dict[str, Modality]:
    kinds: tuple[Modality, ...] = ("possible", "planned", "negated", "asserted")
    moved: dict[str, Modality] = {}
    for kind in kinds:
        for word in table.get(kind, ()):
            moved.setdefault(word, kind)
    return moved


@cache
def words() -> Words:
    """The words of `seeds/words/modality.toml`."""
    raw = seeds.toml("words/modality.toml")
    return Words(
        verbs=_moving(raw["verbs"]),
        nouns=_moving(raw["nouns"]),
        adjectives=_moving(raw["adjectives"]),
        modals=_moving(raw["modals"]),
        factive=frozenset(raw["verbs"]["factive"]),
        conditional=frozenset(raw["conditional"]["words"]),
        reporting=frozenset(raw["reporting"]["verbs"]),
        realising=frozenset(raw["realising"]["verbs"]),
    )


_DENIED: dict[Stance, Stance] = {
    "asserted": "negated", "planned": "averted", "possible": "averted", "negated": "possible", "averted": "possible",
}  # fmt: skip


def compose(inner: Stance, outer: Modality) -> Stance:
    """What an event of one stance becomes under a governor: a refused call is averted, a refused refusal possible."""
    if outer == "asserted":
        return inner
    if outer == "negated":
        return _DENIED[inner]
    if inner in ("negated", "averted"):
        return "averted"
    return "possible" if "possible" in (inner, outer) else outer


def modality(line: Line, first: int, last: int, part: Part, form: Form, *, lasting: bool) -> Stance:
    """The stance of a trigger: words `first` to `last` of a sentence.

    `lasting` says that the thing outlives its making (a letter, an inquiry): then a verb that only deals with it, as in
    "ministers will answer the letter", leaves it as it was.
    """
    found: Stance = "asserted"
    if part == "verb":
        found = _of_verb(line, first, form, found, DEPTH)
    else:
        found = _of_noun(line, first, last, found, DEPTH, lasting=lasting)
    if found in ("asserted", "planned") and _conditional(line, first):
        return "possible"
    return found


def _of_verb(line: Line, head: int, form: Form, found: Stance, depth: int) -> Stance:
    """Apply the auxiliaries of a verb, then what governs it when it is an infinitive or a gerund."""
    group = group_at(line, head)
    if group.modal is not None:
        found = compose(found, _of_modal(line, group.modal, group.start, have=group.have))
    if group.negated:
        found = compose(found, "negated")
    if depth == 0:
        return found
    if group.infinitive:
        return _of_infinitive(line, group.start, found, depth)
    if line.tag(head) == "ing" or form == "ing":
        if group.be:
            return found
        return _of_gerund(line, group.start, found, depth)
    return found


def _of_modal(line: Line, modal: str, at: int, *, have: bool) -> Modality:
    if modal in ("would", "'d") and not have and _reported(line, at):
        return "planned"
    return words().modals.get(modal, "possible")


def _reported(line: Line, at: int) -> bool:
    """Whether a verb of saying governs the clause: "said it would" is a plan told in the past."""
    for index in range(at - 1, max(at - REACH, 0) - 1, -1):
        if line.words[index] in ("if", "unless"):
            return False
        if line.tags[index] in VERBAL and line.lemma(index) in words().reporting:
            return line.tags[index] == "ed" and "if" not in line.vocabulary
    return False


def _of_infinitive(line: Line, to: int, found: Stance, depth: int) -> Stance:
    """What governs "to resign": the verb, noun or adjective before it, or the one before its own subject."""
    index = to - 1
    while line.tag(index) == "adverb":
        index -= 1
    before = line.word(index)
    tag = line.tag(index)
    if tag == "be":
        group = group_at(line, index)
        return compose(found, "negated" if group.negated else "planned")
    adjective = words().adjectives.get(before)
    if adjective is not None and tag in ("word", "ed", "ing", "preposition", "verb"):
        return _under_adjective(line, index, compose(found, adjective), depth)
    for at in range(index, max(index - 10, -1), -1):
        tag = line.tag(at)
        if tag in ("stop", "quote", "subordinator", "relative") and at != index:
            break
        lemma = line.lemma(at)
        if tag in VERBAL or tag == "have":
            return _under_verb(line, at, found, depth)
        noun = words().nouns.get(lemma) or words().nouns.get(lemma.removesuffix("s"))
        if tag == "word" and noun is not None and at in (index, index - 1):
            return _of_noun(line, at, at, compose(found, noun), depth - 1, lasting=False)
    if not any(tag in VERBAL or tag in AUXILIARY for tag in line.tags[: max(to, 0)][-REACH:]):
        return compose(found, "planned")
    return found


def _under_adjective(line: Line, index: int, found: Stance, depth: int) -> Stance:
    """What negates or moves "is not likely to", "could be forced to"."""
    group = group_at(line, index)
    if group.negated:
        found = compose(found, "negated")
    if group.modal is not None and words().modals.get(group.modal) == "possible":
        found = compose(found, "possible")
    return found


def _under_verb(line: Line, head: int, found: Stance, depth: int) -> Stance:
    """Move an event by the verb it is a complement of, then by that verb's own auxiliaries."""
    lemma = line.lemma(head)
    moved = None if lemma in words().factive and words().verbs.get(lemma) != "negated" else words().verbs.get(lemma)
    if lemma == "rule" and line.word(head + 1) != "out" and "out" not in line.words[head : head + 8]:
        moved = None
    if moved is not None:
        found = compose(found, moved)
    return _of_verb(line, head, "base", found, depth - 1)


def _of_gerund(line: Line, at: int, found: Stance, depth: int) -> Stance:
    """What governs "resigning": "considered resigning", "calls for expelling", "without voting"."""
    index = at - 1
    tag = line.tag(index)
    if tag in VERBAL:
        return _under_verb(line, index, found, depth)
    if line.word(index) == "without":
        return compose(found, "negated")
    if tag == "preposition" and line.word(index) in ("of", "for", "from", "against", "about", "on"):
        return _under_preposition(line, index, found, depth)
    return found


def _under_preposition(line: Line, index: int, found: Stance, depth: int) -> Stance:
    """What stands before the preposition that a trigger hangs on: "calls for", "threat of", "voted against"."""
    at = index - 1
    lemma = line.lemma(at)
    tag = line.tag(at)
    if tag in VERBAL or (tag == "word" and line.word(at) == "out"):
        at = at - 1 if line.word(at) == "out" else at
        return _under_verb(line, at, found, depth)
    noun = words().nouns.get(lemma) or words().nouns.get(lemma.removesuffix("s"))
    if noun is not None and tag in ("word", "verb"):
        return _of_noun(line, at, at, compose(found, noun), depth - 1, lasting=False)
    return found


def _of_noun(line: Line, first: int, last: int, found: Stance, depth: int, *, lasting: bool) -> Stance:
    """Move an event by its own phrase, by what it hangs on, or by the verb it is object or subject of."""
    start = phrase_start(line, first)
    found = _within_phrase(line, start, first, found)
    if depth == 0:
        return found
    after = _after_phrase(line, last)
    if after is not None:
        return compose(found, after)
    index = start - 1
    word, tag = line.word(index), line.tag(index)
    if word in ("before", "until", "till") or (
        word in ("of", "to") and line.word(index - 1) in ("ahead", "run-up", "up", "prior")
    ):
        return compose(found, "planned")
    if word in ("after", "since", "following", "during", "amid", "despite"):
        return found
    if word == "without":
        return compose(found, "negated")
    if tag in ("preposition", "to"):
        moved = _under_preposition(line, index, found, depth)
        if moved != found:
            return moved
    elif tag in VERBAL or tag == "have":
        if lasting and line.lemma(index) not in words().realising:
            return found
        return _under_verb(line, index, found, depth)
    return _by_clause(line, start, last, found, depth, lasting=lasting)


def _within_phrase(line: Line, start: int, first: int, found: Stance) -> Stance:
    for index in range(start, first):
        word = line.words[index]
        if word == "no" and line.word(index + 1) not in ("confidence", "longer", "doubt"):
            found = compose(found, "negated")
        adjective = words().adjectives.get(word)
        if adjective is not None and adjective != "asserted":
            found = compose(found, adjective)
    return found


def _after_phrase(line: Line, last: int) -> Modality | None:
    """What directly follows: "to be held", "due on Friday", "scheduled for May", "planned by"."""
    word, following = line.word(last + 1), line.word(last + 2)
    if word == "to" and following == "be":
        return "planned"
    if word in ("due", "scheduled", "planned", "slated", "expected", "set"):
        return "planned"
    if word == "," and following in ("due", "scheduled", "planned", "expected", "set"):
        return "planned"
    return None


def _by_clause(line: Line, start: int, last: int, found: Stance, depth: int, *, lasting: bool) -> Stance:
    """Move an event by the verb of its clause: the last before the phrase, or, for a subject, the first after."""
    low, high = clause_start(line, start), clause_end(line, last)
    for index in range(start - 1, low - 1, -1):
        tag = line.tags[index]
        if tag in VERBAL and not _adjectival(line, index):
            lemma = line.lemma(index)
            if lasting and lemma not in words().realising:
                return found
            located = not lasting and line.tag(start - 1) == "preposition"
            return (
                _of_verb(line, index, "base", found, depth - 1) if located else _under_verb(line, index, found, depth)
            )
        if tag == "be" and index + 1 < start:
            return _of_verb(line, index, "base", found, depth - 1)
    for index in range(last + 1, high):
        tag = line.tags[index]
        if tag in AUXILIARY:
            continue
        if tag in VERBAL:
            if lasting and line.lemma(index) not in words().realising:
                return found
            return _of_verb(line, index, "base", found, depth - 1)
    return found


def _adjectival(line: Line, index: int) -> bool:
    """Whether a participle stands inside a noun phrase: "a leaked report", "the proposed vote"."""
    return (
        line.tags[index] in ("ed", "ing")
        and line.tag(index - 1) in ("determiner", "possessive")
        and line.tag(index + 1) == "word"
    )


def _conditional(line: Line, index: int) -> bool:
    """Whether the clause opens with a condition, or follows from one."""
    low = max(index - REACH, 0)
    for at in range(index - 1, low - 1, -1):
        word = line.words[at]
        if word in ("if", "unless", "whether", "lest"):
            return True
        if (
            word == "should"
            and line.tag(at + 1) in ("determiner", "word")
            and line.tag(at - 1) not in ("word", "pronoun")
        ):
            return True
        if line.tags[at] in ("stop", "quote", "subordinator") and line.words[at] not in ("-", "'", "%"):
            return False
    return False
