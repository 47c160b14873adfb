"""Whether a told event happened, is planned, may happen, or did not: read from what governs its trigger.

A trigger starts as a plain assertion. Every word that governs it, from the innermost outwards, may move it: an
auxiliary of its own verb, the verb or noun it is the complement of ("called for", "threat of", "refused to"), and what
governs that.
"""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Literal

from transforms.events.clauses import AUXILIARY, REACH, VERBAL, Line, clause_end, clause_start, group_at, phrase_start
from transforms.events.conditions import AHEAD, awaited, conditional, hinges
from transforms.events.denials import denied, guessed
from transforms.events.lexicon import Form, Part
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance, compose, noun_moves, words
from transforms.records import Modality

Sort = Literal["act", "gathering", "document"]
"""What a noun trigger names. An act is as its clause says; a gathering takes place whoever stays away from it; a
document or a case outlives its making, and only verbs that make or decide it say whether it exists."""
DEPTH = 4
"""Governors of governors that are followed outwards."""
WANTED = 6
"""Words between a verb of wanting and what somebody wants done."""


def stance_of(
    line: Line,
    first: int,
    last: int,
    part: Part,
    form: Form,
    sort: Sort,
    settling: Container[str] = (),
    governors: Mapping[str, Modality] = MappingProxyType({}),
) -> Stance:
    """The stance of a trigger, words `first` to `last` of a sentence.

    `settling` are the lemmas of verbs that tell an outcome: a bill that is rejected has still been put. `governors`
    are verbs that mean something else for this type than for others.
    """
    if part == "verb":
        found = _of_verb(line, first, form, "asserted", DEPTH)
    else:
        start = phrase_start(line, first)
        governor = governors.get(_governing(line, start - 1)) if governors else None
        if (
            governor is None
            and line.tag(start - 1) in VERBAL
            and phrase_words().pointing.isdisjoint(line.words[start:first])
        ):
            governor = governors.get(f"{line.lemma(start - 1)} a")
        found = governor or _of_noun(line, first, last, "asserted", DEPTH, sort, settling)
    if found in ("asserted", "planned") and conditional(line, first):
        return "possible"
    if found == "planned" and hinges(line, first, last):
        return "possible"
    told_by = first if part == "verb" else phrase_start(line, first) - 1
    if found == "asserted" and line.tag(told_by) in VERBAL and awaited(line, told_by):
        return "planned"
    return found


def _governing(line: Line, at: int) -> str:
    """The verb that ends right before a thing, or votes for it: "faces expulsion", "voted by 3-1 for a strike"."""
    if line.tag(at) in VERBAL:
        return line.lemma(at)
    if line.word(at) != "for" and tuple(line.words[max(at - 2, 0) : at + 1]) not in _IN_FAVOUR_OF:
        return ""
    before = range(at - 1, clause_start(line, at) - 1, -1)
    verb = next((index for index in before if line.tags[index] in VERBAL), None)
    return f"{line.lemma(verb)} for" if verb is not None else ""


_IN_FAVOUR_OF = frozenset({("in", "favour", "of"), ("in", "favor", "of")})


def _of_verb(line: Line, head: int, form: Form, found: Stance, depth: int) -> Stance:
    """Apply the auxiliaries of a verb, then what governs it when it is an infinitive or a gerund."""
    group = group_at(line, head)
    if group.modal is not None:
        found = compose(found, _of_modal(line, group.modal, group.start, have=group.have))
    if group.negated or _by_nobody(line, group.start):
        found = compose(found, "negated")
    if depth == 0:
        return found
    if not group.infinitive and denied(line, group.start):
        found = compose(found, "negated")
    elif group.modal is not None and guessed(line, group.start):
        found = compose(found, "possible")
    if group.infinitive:
        return _of_infinitive(line, group.start, found, depth)
    passive = line.tag(head) == "ed" and line.words[group.start : head] == ["be"]
    if passive or (form == "base" and group.bare and line.tag(head) not in ("ing", "ed")):
        return _of_subjunctive(line, group.start, found)
    if (line.tag(head) == "ing" or form == "ing") and not group.be:
        return _of_gerund(line, group.start, found, depth)
    wanted_by = _wanting(line, head) if line.tag(head) == "ed" and group.bare else None
    if wanted_by is not None:
        return _under_verb(line, wanted_by, found, depth)
    return found


def _wanting(line: Line, head: int) -> int | None:
    """The verb that wants a thing done to somebody: "wants Lord Hale expelled", "demanded him sacked"."""
    at = head - 1
    if line.tag(head + 1) in ("word", "determiner", "pronoun", "number"):
        return None  # it has an object of its own
    while at > head - 1 - WANTED and line.tag(at) in ("word", "pronoun", "determiner", "possessive", "number"):
        at -= 1
    return at if at < head - 1 and line.tag(at) in VERBAL and line.lemma(at) in ("want", "need") else None


def _by_nobody(line: Line, start: int) -> bool:
    """Whether nobody is the subject of a verb: "nobody has resigned", "no one was expelled"."""
    return line.word(start - 1) == "nobody" or line.words[max(start - 2, 0) : start] == ["no", "one"]


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
    tag = line.tag(index)
    if tag == "be":
        return compose(found, "negated" if group_at(line, index).negated else "planned")
    adjective = words().predicates.get(line.word(index))
    acts = tag == "ed" and line.lemma(index) in words().verbs and not group_at(line, index).be  # "prepared to strike"
    if adjective is not None and not acts and tag in ("word", "ed", "ing", "preposition", "verb"):
        return _under_adjective(line, index, compose(found, adjective))
    aside = False
    for at in range(index, max(index - 14, -1), -1):
        tag = line.tag(at)
        if line.word(at) == "," and "," in line.words[max(at - 6, 0) : at]:
            aside = True
        elif tag in ("stop", "quote", "subordinator", "relative") and at != index and not aside:
            break
        if at == index and line.words[at] in words().purposeful:
            return _of_noun(line, at, at, found, depth - 1, "gathering")  # "called a meeting to remove him"
        if (tag in VERBAL or tag == "have") and not _reduced(line, at):
            return _under_verb(line, at, found, depth, infinitive=True)
        noun = _noun(line, at)
        if at == index and line.words[at] in words().attempts and _came_to_nothing(line, to):
            return compose(found, "negated")
        if tag == "word" and noun is not None and at in (index, index - 1):
            return _of_noun(line, at, at, compose(found, noun), depth - 1, "act")
    if not any(tag in VERBAL or tag in AUXILIARY for tag in line.tags[: max(to, 0)][-REACH:]):
        return compose(found, "planned")
    return found


def _came_to_nothing(line: Line, to: int) -> bool:
    """Whether an attempt is told to have failed: "a failed bid to oust him", "an attempt to oust him was defeated"."""
    if line.word(to - 2) in words().foiled:
        return True
    verbs = (at for at in range(to + 2, clause_end(line, to)) if line.tags[at] in VERBAL)
    at = next((at for at in verbs if not group_at(line, at).infinitive), None)
    return at is not None and line.words[at] in words().foiled and not group_at(line, at).negated


def _reduced(line: Line, index: int) -> bool:
    """Whether a participle only describes the noun before it: "wants diplomats based in the capital to meet"."""
    if line.tag(index) != "ed" or line.tag(index - 1) != "word" or line.tag(index + 1) != "preposition":
        return False
    governors = (line.lemma(at) for at in range(index - 2, max(index - 6, -1), -1) if line.tag(at) in VERBAL)
    return next(governors, "") in words().verbs


def _of_subjunctive(line: Line, head: int, found: Stance) -> Stance:
    """What governs "demands that he resign": a word of asking before "that"."""
    for index in range(head - 1, max(head - 8, 0), -1):
        if line.words[index] == "that":
            for at in range(index - 1, max(index - 8, -1), -1):
                moved = words().verbs.get(line.lemma(at)) if line.tag(at) in VERBAL else _noun(line, at)
                if moved == "possible":
                    return compose(found, moved)
            return found
        if line.tags[index] in ("stop", "quote", "relative", "subordinator"):
            return found
    return found


def _noun(line: Line, index: int) -> Modality | None:
    """What a governing noun says: "threat", "calls"."""
    return noun_moves(line.word(index))


def _under_adjective(line: Line, index: int, found: Stance) -> Stance:
    """What negates or moves "is not likely to", "could be forced to"."""
    group = group_at(line, index)
    if group.negated or (group.be and denied(line, group.start)):
        found = compose(found, "negated")
    if group.modal is not None and words().modals.get(group.modal) == "possible":
        found = compose(found, "possible")
    return found


_CALLED: dict[str, Modality] = {"off": "negated", "for": "possible", "on": "possible"}
"""What "call" makes of its object by what follows it; alone it convenes ("called a strike")."""


def _under_verb(line: Line, head: int, found: Stance, depth: int, *, infinitive: bool = False) -> Stance:
    """Move an event by the verb it is a complement of, then by that verb's own auxiliaries."""
    lemma, known = line.lemma(head), words()
    if lemma in known.presupposing:
        return found
    moved = known.verbs.get(lemma)
    if infinitive and moved is None:
        moved = known.control.get(lemma)
    if not infinitive and lemma in known.for_only and line.word(head + 1) not in ("for", "against"):
        moved = None
    if infinitive and lemma in known.asking and group_at(line, head).be:
        moved = _asked(line, head)
    if lemma in known.of_only and not infinitive:
        moved = "possible" if line.word(head + 1) in ("of", "about") else None
    if lemma == "call" and not infinitive:
        passive = group_at(line, head).be and line.tags[head] == "ed"
        following = "" if passive and line.word(head + 1) != "off" else line.word(head + 1)
        moved = _CALLED.get(following, "planned")
    if lemma == "rule":
        moved = "negated" if line.word(head + 1) == "out" else None
    if not infinitive and lemma in known.present and line.tags[head] != "ed":
        moved = known.present[lemma]
    if moved is not None:
        found = compose(found, moved)
        if found == "negated" and lemma in known.unwilling:
            found = "averted"
    return _of_verb(line, head, "base", found, depth - 1)


def _asked(line: Line, head: int) -> Modality | None:
    """Whether those who "have been asked" or "will be asked" have yet to act; who "were asked to vote" has done so."""
    group = group_at(line, head)
    if group.modal is not None or {"is", "are", "being", "has", "have"} & set(line.words[group.start : head]):
        return "planned"
    return None


def _of_gerund(line: Line, at: int, found: Stance, depth: int) -> Stance:
    """What governs "resigning": "considered resigning", "calls for expelling", "without voting"."""
    moved = _of_its_verb(line, at)
    if moved is not None:
        return compose(found, moved)
    index = at - 1
    tag = line.tag(index)
    if tag in VERBAL:
        return _under_verb(line, index, found, depth, infinitive=True)
    if line.word(index) == "without" or line.words[index - 1 : index + 1] == ["short", "of"]:
        return compose(found, "negated")
    if line.word(index) == "out" and line.lemma(index - 1) == "rule":
        return _under_verb(line, index - 1, found, depth, infinitive=True)
    asked = line.lemma(index - 1) in words().for_only | {"call"} or _noun(line, index - 1) is not None
    if line.word(index) == "for" and not asked:
        return found  # "apologised for sacking her": a reason, and a fact
    if tag == "preposition" and line.word(index) in ("of", "for", "from", "against", "about", "on"):
        return _under_preposition(line, index, found, depth)
    return found


def _of_its_verb(line: Line, at: int) -> Modality | None:
    """What the modal of a clause makes of a gerund that is its subject: "expelling Mr Hale would be unwise"."""
    if at > 0 and line.tags[at - 1] not in ("stop", "quote", "subordinator", "relative"):
        return None
    for index in range(at + 1, min(at + REACH, len(line))):
        if line.tags[index] == "modal":
            return words().modals.get(line.words[index])
        if line.tags[index] in VERBAL or line.tags[index] in AUXILIARY or line.tags[index] in ("stop", "quote"):
            return None
    return None


def _under_preposition(line: Line, index: int, found: Stance, depth: int) -> Stance:
    """What stands before the preposition that a trigger hangs on: "calls for", "threat of", "ruled out of"."""
    at = index - 1
    tag = line.tag(at)
    noun = noun_moves(line.word(at), line.word(index))
    if noun is not None and tag in ("word", "verb", "ed") and line.word(index) in _GOVERNED_BY:
        return _of_noun(line, at, at, compose(found, noun), depth - 1, "act")
    if tag in VERBAL:
        if _unmoved(line, at):
            return found
        if line.word(index) == "against" and line.lemma(at) == "decide":
            found = compose(found, "negated")
        if line.word(index) in ("at", "during"):
            return _of_verb(line, at, "base", found, depth - 1)  # "predicted at a summit": where, not what
        return _under_verb(line, at, found, depth)
    return found


def _unmoved(line: Line, verb: int) -> bool:
    """Whether a verb only says who takes no note of a thing or no side in it: "did not vote for the motion"."""
    return line.lemma(verb) in words().reacting and group_at(line, verb).negated


_GOVERNED_BY = frozenset({"for", "of", "to", "on", "about", "against", "into", "towards", "toward"})
"""Prepositions by which a noun governs a thing: "calls for", but not "the decision at"."""
_OF_NOUNS = frozenset({"of", "over", "about", "against", "into"})
"""Prepositions that hang on a noun before them, which keeps the thing out of what its clause says."""
_BEHIND = frozenset({"after", "since", "following", "during", "amid", "despite"})


def _of_noun(
    line: Line, first: int, last: int, found: Stance, depth: int, sort: Sort, settling: Container[str] = ()
) -> Stance:
    """Move an event by its own phrase, by what it hangs on, or by the verb it is object or subject of."""
    start = phrase_start(line, first)
    found = _within_phrase(line, start, first, found)
    if depth == 0:
        return found
    if _to_come(line, last):
        if _asked_for(line, start - 1, found, depth):
            return compose(found, "possible")
        return _called_off(line, last, compose(found, "planned"), depth)
    index = start - 1
    word, tag = line.word(index), line.tag(index)
    ahead = word in AHEAD or (word in ("of", "to") and line.word(index - 1) in ("ahead", "run-up", "up", "prior"))
    if ahead:
        return found if sort == "document" else compose(found, "planned")
    if word in _BEHIND:
        return found
    if word == "without":
        return compose(found, "negated")
    if sort == "document" and word == "in" and line.tag(index - 1) not in VERBAL:
        return found  # "urged members in a letter"
    if tag in ("preposition", "to"):
        moved = _under_preposition(line, index, found, depth)
        if moved != found or (word in _OF_NOUNS and line.tag(index - 1) == "word"):
            return moved
    elif tag == "be":
        subject = _noun(line, group_at(line, index).start - 1)
        return _of_verb(line, index, "base", compose(found, subject) if subject else found, depth - 1)
    elif word == "out" and line.lemma(index - 1) == "rule":
        return _under_verb(line, index - 1, found, depth)
    elif tag in VERBAL or tag == "have":
        return _by_verb(line, index, found, depth, sort, settling, governs=True)
    return _by_clause(line, start, last, found, depth, sort, settling)


def _by_verb(
    line: Line, index: int, found: Stance, depth: int, sort: Sort, settling: Container[str], *, governs: bool
) -> Stance:
    """Move an event by a verb of its clause, as far as the sort of thing is moved by such a verb at all."""
    lemma = line.lemma(index)
    if lemma in words().presupposing or _unmoved(line, index):
        return found
    if lemma in settling or (sort == "document" and lemma in words().putting):
        return _of_verb(line, index, "base", found, depth - 1)
    realises = lemma in words().realising
    if sort == "document" and not realises:
        return found
    if sort == "gathering" and not (realises and governs):
        moved = _of_verb(line, index, "base", found, depth - 1)
        return moved if moved == "planned" else found
    if governs:
        return _under_verb(line, index, found, depth)
    return _of_verb(line, index, "base", found, depth - 1)


def _within_phrase(line: Line, start: int, first: int, found: Stance) -> Stance:
    for index in range(start, first):
        word = line.words[index]
        if word == "no" and line.word(index + 1) not in ("confidence", "longer", "doubt"):
            found = compose(found, "negated")
        adjective = "possible" if word == "any" else words().adjectives.get(word)
        if adjective is not None:
            found = compose(found, adjective)
    return found


def _to_come(line: Line, last: int) -> bool:
    """Whether what follows puts a thing ahead: "to be held", "due on Friday", "scheduled for May", "planned by"."""
    word, following = line.word(last + 1), line.word(last + 2)
    expected = words().expected
    if word == "set" and following not in ("to", "for"):
        return False  # "protesters set up a camp"
    if word in expected or (word == "," and following in expected):
        return True
    for index in range(last + 1, min(last + 16, len(line) - 2)):
        if line.words[index] == "to" and line.words[index + 1] == "be":
            beside = index == last + 1 + (word == ",")
            return beside or line.words[index + 2] in ("held", "staged", "published", "put", "called")
        if line.tags[index] in ("be", "have", "modal", "relative", "subordinator"):
            return False
    return False


def _asked_for(line: Line, index: int, found: Stance, depth: int) -> bool:
    """Whether what is to come is only asked for: "called for a vote to be held", "demanded a vote to be held"."""
    if line.word(index) == "for":
        return _under_preposition(line, index, found, depth) == "possible"
    return line.tag(index) in VERBAL and _under_verb(line, index, found, depth) == "possible"


def _called_off(line: Line, last: int, found: Stance, depth: int) -> Stance:
    """What the passive verb of a planned thing makes of it: "a strike due on Monday was called off"."""
    aside = next((at for at in range(last + 2, min(last + 12, len(line))) if line.words[at] == ","), last)
    for index in range(last + 2, clause_end(line, aside if line.word(last + 1) == "," else last)):
        lemma = line.lemma(index)
        stops = words().verbs.get(lemma) == "negated" or lemma in words().interrupting
        if line.tags[index] == "ed" and group_at(line, index).be and stops:
            return compose(found, "negated")
        if line.tags[index] == "ed" and lemma == "call" and line.word(index + 1) == "off":
            return _under_verb(line, index, found, depth)
    return found


def _by_clause(
    line: Line, start: int, last: int, found: Stance, depth: int, sort: Sort, settling: Container[str]
) -> Stance:
    """Move an event by the verb of its clause: the last before the phrase, or, for a subject, the first after."""
    low, high = clause_start(line, start), clause_end(line, last)
    for index in range(start - 1, low - 1, -1):
        tag = line.tags[index]
        if tag in VERBAL and not _adjectival(line, index):
            governs = sort == "document" or line.tag(start - 1) != "preposition"
            return _by_verb(line, index, found, depth, sort, settling, governs=governs)
        if tag == "be" and index + 1 < start:
            subject = _noun(line, group_at(line, index).start - 1)
            return _of_verb(line, index, "base", compose(found, subject) if subject else found, depth - 1)
    aim: int | None = None
    content = _tells_content(line, last + 1)
    for index in range(last + 1, high):
        if (
            line.words[index] in ("is", "are")
            and line.word(index + 1) in words().expected
            and line.tag(index + 2) != "to"
        ):
            return compose(found, "planned")  # "a vote on the plan is due on Monday"
        if line.tags[index] in VERBAL and not (content and index == last + 1):
            group = group_at(line, index)
            if group.infinitive:
                asked = content and line.tag(group.start - 1) != "be"  # "calling on the bank to close mines"
                aim = index if aim is None and not asked else aim
                continue
            if sort == "gathering" and line.lemma(index) in ("go", "take", "happen", "proceed", "materialise"):
                return _of_verb(line, index, "base", found, depth - 1)
            return _by_verb(line, index, found, depth, sort, settling, governs=group.be and line.tags[index] == "ed")
    if aim is not None:
        return _by_verb(line, aim, found, depth, sort, settling, governs=False)
    return found


def _tells_content(line: Line, behind: int) -> bool:
    """Whether a participle right behind a noun says what it asks for: "a motion demanding to be heard will be put"."""
    return line.tag(behind) == "ing" and line.word(behind) in words().asking_for


def _adjectival(line: Line, index: int) -> bool:
    """Whether a participle stands inside a noun phrase: "a leaked report", "the proposed vote"."""
    inside = line.tag(index - 1) in ("determiner", "possessive") and line.tag(index + 1) == "word"
    return inside and line.tags[index] in ("ed", "ing")
