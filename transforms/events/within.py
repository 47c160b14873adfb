"""What the grammar of a sentence says of two triggers that stand in it: that they tell one thing, or two."""

from transforms.events.clauses import phrase_start
from transforms.events.drafts import Draft
from transforms.events.observations import alike, named
from transforms.events.phrases import phrase_words
from transforms.events.tagging import VERBAL, Tag
from transforms.events.undergoer import undergone

_NO_SUBJECT: frozenset[Tag] = frozenset({"pronoun", "relative", "to", "stop", "quote", "verb", "ed", "ing"})
WAY = 8
"""Words between a verb of deciding and what it decides on, with how many did and who is for it."""
_ON_THE_WAY: frozenset[Tag] = frozenset({"preposition", "number", "adverb", "to", "word", "determiner"})


def object_of(verb: Draft, noun: Draft) -> bool:
    """Whether a noun names what a verb holds or decides on: "voted by 14 to 9 for an amendment", "won the by-election".

    Both tell one thing then, whatever was told before. Not so in cases and papers: who appeals against a ruling makes
    none, and "publish the advice" may be told of a paper that was never out.
    """
    if verb.definite != "verb" or noun.definite == "verb":
        return False
    if noun.hit.entry.event.family not in ("decision", "assembly", "membership"):
        return False
    line, start = noun.hit.line, phrase_start(noun.hit.line, noun.hit.first)
    if start <= verb.hit.last or line.word(start - 1) in phrase_words().ordering:
        return False
    if noun.hit.entry.event.family != "decision":
        return start == verb.hit.last + 1
    between = line.tags[verb.hit.last + 1 : start]
    return len(between) <= WAY and all(tag in _ON_THE_WAY for tag in between)


def in_apposition(earlier: Draft, later: Draft) -> bool:
    """Whether a noun says anew what the one before its comma names: "an inquiry, a judge-led inquiry"."""
    if earlier.head != later.head or "verb" in (earlier.definite, later.definite):
        return False
    line, start = later.hit.line, phrase_start(later.hit.line, later.hit.first)
    return start == earlier.hit.last + 2 and line.word(start - 1) == "," and line.tag(start) == "determiner"


def new_beside(told: Draft, draft: Draft) -> bool:
    """Whether a meeting is new beside another of its sentence: "talks on the fringe of a summit".

    Not so one that is told in other words: "the summit was a meeting of bishops", "the summit, a meeting of bishops".
    """
    of_two = told.type == draft.type == "meeting" and told.head != draft.head
    if not of_two or told.definite == "verb" or draft.definite != "indefinite" or draft.weak:
        return False
    line = draft.hit.line
    before = phrase_start(line, draft.hit.first) - 1
    return line.tag(before) == "preposition" and line.word(before) != "as" and told.definite != "definite"


def in_order(earlier: Draft, later: Draft) -> bool:
    """Whether a word of time puts one of two things before the other: "left the talks after a meeting in Hull"."""
    if earlier.type != later.type or later.weak or earlier.weak:
        return False
    if later.hit.entry.event.family != "assembly" or later.definite in ("verb", "bare"):
        return False
    before = phrase_start(later.hit.line, later.hit.first) - 1
    return later.hit.line.word(before) in phrase_words().ordering and earlier.hit.last < before


def set_beside(earlier: Draft, later: Draft) -> bool:
    """Whether a thing is set apart from another one of its sentence: "passed a law annulling another law"."""
    if earlier.head != later.head or later.weak:
        return False
    return not phrase_words().other.isdisjoint(later.fresh) and not in_apposition(earlier, later)


def done_to_others(earlier: Draft, later: Draft) -> bool:
    """Whether one sentence tells of two persons by name: "Ann Orme was named president and Tom Hale chairman"."""
    key = later.hit.entry.event.joins
    if earlier.type != later.type or key not in ("actor", "target"):
        return False
    names = (earlier.names(key), later.names(key))
    return all(named(found) for found in names) and not alike(*names)


def others_do(earlier: Draft, later: Draft) -> bool:
    """Whether "and" leads from what some do to what others do: "clerks held a march and drivers blocked the port"."""
    if {earlier.type, later.type} != {"protest"} or later.weak or earlier.weak:
        return False
    first, verb = _verb_of(earlier), _verb_of(later)
    if first is None or verb is None or verb <= earlier.hit.last:
        return False
    line = later.hit.line
    joined = next((at for at in range(verb - 1, earlier.hit.last, -1) if line.tags[at] == "conjunction"), None)
    if joined is None:
        return False
    subject = line.tags[joined + 1 : verb]
    return "word" in subject and not any(tag in _NO_SUBJECT for tag in subject)


def reviewed(earlier: Draft, later: Draft) -> bool:
    """Whether one of two rulings is what the other decides on: "the Court of Appeal overturned the verdict"."""
    return reviewed_by(earlier, later) or reviewed_by(later, earlier)


def reviewed_by(verb: Draft, noun: Draft) -> bool:
    """Whether a ruling named by a noun is what a verb says that a court does with it."""
    if verb.definite != "verb" or noun.definite == "verb" or verb.type != "ruling" or noun.type != "ruling":
        return False
    line, at = verb.hit.line, verb.hit.first
    if line.lemma(at) not in phrase_words().reviewing:
        return False
    if noun.hit.last == at - 1 and line.word(verb.hit.last + 1) == "by":
        return True  # "a decision upheld by the minister"
    return line.word(noun.hit.last) in undergone(line, at, verb.hit.last, "verb")


def _verb_of(draft: Draft) -> int | None:
    """The verb of a trigger: itself, or the one that a new thing is the object of."""
    at = draft.hit.first if draft.definite == "verb" else phrase_start(draft.hit.line, draft.hit.first) - 1
    new = draft.definite in ("verb", "indefinite", "bare")
    return at if new and draft.hit.line.tag(at) in VERBAL else None
