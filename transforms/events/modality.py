"""Whether a told event happened, is planned, may happen, or did not: read from what governs its trigger.

A trigger starts as a plain assertion. Every word that governs it, from the innermost outwards, may move it: an
auxiliary of its own verb, the verb or noun it is the complement of ("called for", "threat of", "refused to"), and what
governs that.
"""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Literal

from transforms.dates.vocabulary import numbered
from transforms.events.clauses import clause_end, clause_start, group_at, main_verb, phrase_start
from transforms.events.conditions import awaited, conditional, given_up, hinges, waits_for
from transforms.events.denials import denied, guessed
from transforms.events.governed import (
    asking_for,
    begins_what_is_said,
    behind_aside,
    by_means,
    dated_for,
    decided_by,
    deed_timed,
    forwarded_for,
    has_no_part,
    joins_clause,
    leaves_out_of,
    menaced_by,
    opening_comma,
    transitive,
    undone_by,
    voting_in,
)
from transforms.events.lexicon import Form, Part
from transforms.events.moods import (
    adjectival,
    aged,
    asks_for,
    by_nobody,
    by_none,
    came_to_nothing,
    first_gerund,
    governing,
    indefinite,
    let,
    maybe,
    moved_by,
    needless,
    of_its_verb,
    of_modal,
    of_subjunctive,
    predicate,
    reduced,
    spurned,
    tells_content,
    to_come,
    under_adjective,
    under_way,
    unmoved,
    unwilling,
    wanting,
    within_phrase,
)
from transforms.events.occasions import known_to_come, whatever_becomes, will_be_something
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance, compose, noun_moves, words
from transforms.events.tagging import AUXILIARY, REACH, VERBAL, Line
from transforms.events.venues import (
    AHEAD,
    fixed_place,
    held_anyway,
    on_its_edge,
    only_later,
    opens_clause,
    raised,
    recent,
    takes_place_then,
)
from transforms.records import Modality

Sort = Literal["act", "gathering", "document", "case"]
"""What a noun trigger names. An act is as its clause says; a gathering takes place whoever stays away from it; a
document or a case outlives its making, and only verbs that make or decide it say whether it exists. A case is there
whatever it is to do: "the inquiry will hear from nurses"."""
LASTING: frozenset[Sort] = frozenset({"document", "case"})
FAR = 16
"""Words before an infinitive among which what governs it stands."""
ASIDE = 11
"""Words that a clause between commas may have."""
DEPTH = 4
"""Governors of governors that are followed outwards."""


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
        found = _of_verb(line, first, form, "negated" if by_none(line, first) else "asserted", DEPTH)
    else:
        start = phrase_start(line, first)
        governor = governors.get(governing(line, start - 1)) if governors else None
        if (
            governor is None
            and line.tag(start - 1) in VERBAL
            and phrase_words().pointing.isdisjoint(line.words[start:first])
        ):
            governor = governors.get(f"{line.lemma(start - 1)} a")
        found = governor or _of_noun(line, first, last, "asserted", DEPTH, sort, settling)
        if found not in ("asserted", "planned"):
            if sort == "gathering":
                found = held_anyway(line, start, last) or found
            if sort == "gathering" and found == "possible":
                found = known_to_come(line, start, first) or found
            if recent(line, start, first) and line.tag(start - 1) not in VERBAL:
                found = "asserted"
        elif sort == "gathering" and takes_place_then(line, start, last):
            found = "planned"
        elif sort == "gathering" and on_its_edge(line, start):
            found = held_anyway(line, start, last) or found
    if found in ("asserted", "planned") and conditional(line, first):
        if sort != "gathering" or part != "noun":
            return "possible"
        start = phrase_start(line, first)
        if fixed_place(line, start):
            return "planned"
        return whatever_becomes(line, start, first, last, found) or known_to_come(line, start, first) or "possible"
    if found == "planned" and hinges(line, first, last):
        return "possible"
    if part == "verb" and found in ("negated", "averted"):
        found = only_later(line, first, last) or found
    told_by = first if part == "verb" else phrase_start(line, first) - 1
    own = sort not in LASTING or line.tag(told_by) in VERBAL  # not the bill that members were to vote on
    if found == "planned" and own and given_up(line, first, last):
        return "negated"
    if found == "asserted" and line.tag(told_by) in VERBAL and awaited(line, told_by):
        return "planned"
    return found


def _of_verb(line: Line, head: int, form: Form, found: Stance, depth: int) -> Stance:
    """Apply the auxiliaries of a verb, then what governs it when it is an infinitive or a gerund."""
    group = group_at(line, head)
    if group.modal is not None:
        found = compose(found, of_modal(line, group.modal, group.start, have=group.have))
    if (group.negated and group.modal not in ("may", "might")) or by_nobody(line, group.start):
        found = compose(found, "negated")
    if depth == 0:
        return found
    if not group.infinitive and denied(line, group.start):
        found = compose(found, "negated")
    elif group.modal is not None and guessed(line, group.start):
        found = compose(found, "possible")
    being = group.start + group.infinitive  # "close to being sacked"
    if line.words[being] == "being":
        return _of_gerund(line, being, found, depth)
    if group.infinitive:
        return _of_infinitive(line, group.start, found, depth)
    causing = let(line, group.start) if group.bare and form == "base" else None
    if causing is not None:
        return _of_verb(line, causing, "base", found, depth - 1)
    passive = line.tag(head) == "ed" and line.words[group.start : head] == ["be"]
    if passive or (form == "base" and group.bare and line.tag(head) not in ("ing", "ed")):
        return of_subjunctive(line, group.start, found)
    if (line.tag(head) == "ing" or form == "ing") and not group.be:
        return _of_gerund(line, group.start, found, depth)
    wanted_by = wanting(line, head) if line.tag(head) == "ed" and group.bare else None
    if wanted_by is not None:
        return _under_verb(line, wanted_by, found, depth)
    return found


def _of_infinitive(line: Line, to: int, found: Stance, depth: int) -> Stance:
    """What governs "to resign": the verb, noun or adjective before it, or the one before its own subject."""
    index = to - 1
    while line.tag(index) == "adverb":
        index -= 1
    tag = line.tag(index)
    if line.word(index) == "yet" and line.tag(index - 1) in ("have", "be"):
        return compose(found, "planned")  # "has yet to rule"
    if line.word(index) == "whether":
        return "possible"  # "has not decided whether to resign"
    if tag == "be":
        return compose(found, "negated" if group_at(line, index).negated else "planned")
    adjective = words().predicates.get(line.word(index))
    acts = tag == "ed" and line.lemma(index) in words().verbs and not group_at(line, index).be  # "prepared to strike"
    if adjective is not None and not acts and tag in ("word", "ed", "ing", "preposition", "verb"):
        return under_adjective(line, index, compose(found, adjective))
    aside, opened = False, index + 1
    for at in range(index, max(index - FAR, -1), -1):
        tag = line.tag(at)
        if opened <= at < index:
            continue
        if line.word(at) == "," and "," in line.words[max(at - ASIDE, 0) : at]:
            aside, opened = True, opening_comma(line, at)
        elif tag in ("stop", "quote", "subordinator", "relative") and at != index and not aside:
            break
        if at == index and line.words[at] in words().purposeful:
            return _of_noun(line, at, at, found, depth - 1, "gathering")  # "called a meeting to remove him"
        asked_by = asking_for(line, at) if line.words[at] in ("for", "on") else None
        if asked_by is not None and at < index:
            return _asked_by(line, asked_by, found, depth)
        if at == index and needless(line, at):
            return compose(found, "possible")
        noun = noun_moves(line.word(at))
        if at == index and noun == "possible" and spurned(line, at):
            return _asked_by(line, at, found, depth)
        if (tag in VERBAL or tag == "have") and not reduced(line, at):
            return _under_verb(line, at, found, depth, infinitive=True)
        if at == index and line.words[at] in words().attempts and came_to_nothing(line, to):
            return compose(found, "negated")
        if tag == "word" and noun is not None and at in (index, index - 1):
            return _asked_by(line, at, found, depth)
    if not any(tag in VERBAL or tag in AUXILIARY for tag in line.tags[: max(to, 0)][-REACH:]):
        return compose(found, "planned")
    return found


def _asked_by(line: Line, noun: int, found: Stance, depth: int) -> Stance:
    """Move an event by the noun that asks for it: "calls for a vote", and by who turns that away: "defied calls to"."""
    if spurned(line, noun):
        return compose(compose(found, "possible"), "negated")
    return _of_noun(line, noun, noun, compose(found, noun_moves(line.word(noun)) or "possible"), depth - 1, "act")


def _under_verb(line: Line, head: int, found: Stance, depth: int, *, infinitive: bool = False) -> Stance:
    """Move an event by the verb it is a complement of, then by that verb's own auxiliaries."""
    lemma = line.lemma(head)
    if lemma in words().presupposing:
        return found
    moved = moved_by(line, head, infinitive=infinitive)
    denied_only = moved == "negated" and found in ("asserted", "planned")
    if denied_only and _of_verb(line, head, "base", "asserted", depth - 1) == "possible":
        return "possible"  # "an effort to avert a strike", "could be called off": it may come all the same
    if moved is not None:
        found = compose(found, moved)
        if found == "negated" and lemma in words().unwilling:
            found = "averted"
    return _of_verb(line, head, "base", found, depth - 1)


def _of_gerund(line: Line, at: int, found: Stance, depth: int) -> Stance:
    """What governs "resigning": "considered resigning", "calls for expelling", "without voting"."""
    at = first_gerund(line, at)
    moved = of_its_verb(line, at)
    if moved is not None:
        return compose(found, moved)
    main = main_verb(line, at)
    if main is not None:
        ahead = _of_verb(line, main, "base", found, depth - 1)
        return ahead if ahead in ("planned", "possible") else found
    index = at - 1
    tag = line.tag(index)
    if tag in VERBAL:
        return _under_verb(line, index, found, depth, infinitive=True)
    if line.lemma(index).removesuffix("s") in _DREADING or line.words[index - 1 : index + 1] in _NEARLY:
        return compose(found, "possible")
    if line.words[index - 1 : index + 1] in _NOT_BUT:
        return compose(found, "negated")
    means = by_means(line, index)
    if means is not None:
        return _of_verb(line, means, "base", found, depth - 1)
    timed_by = deed_timed(line, index)
    if timed_by is not None:
        return (
            "planned"
            if found == "asserted" and _of_verb(line, timed_by, "base", found, depth - 1) == "planned"
            else found
        )
    if line.word(index) in words().hindering:
        have = next((at for at in range(index - 1, max(index - 6, -1), -1) if line.tags[at] == "have"), None)
        return found if have is None else _of_verb(line, have, "base", found, depth - 1)
    if line.word(index) == "in" and line.word(index - 1) in words().hindering:
        return compose(found, "planned")  # "expects no problems in winning approval"
    if line.word(index) == "without" or line.words[index - 1 : index + 1] == ["short", "of"]:
        return compose(found, "negated")
    if line.word(index) == "out" and line.lemma(index - 1) == "rule":
        return _under_verb(line, index - 1, found, depth, infinitive=True)
    asked = line.lemma(index - 1) in words().for_only | {"call"} or noun_moves(line.word(index - 1)) is not None
    if line.word(index) == "for" and not asked:
        return found  # "apologised for sacking her": a reason, and a fact
    if line.words[max(index - 1, 0) : index + 1] == ["interest", "in"]:
        return compose(found, "possible")
    if tag == "preposition" and line.word(index) in ("of", "for", "from", "against", "about", "on"):
        return _under_preposition(line, index, found, depth)
    return found


def _under_preposition(line: Line, index: int, found: Stance, depth: int) -> Stance:
    """What stands before the preposition that a trigger hangs on: "calls for", "threat of", "ruled out of"."""
    at = index - 1
    if line.word(index) == "at" and line.word(at) in ("down", "up") and line.tag(at - 1) in VERBAL:
        at -= 1  # "may sit down at a summit"
    tag = line.tag(at)
    if line.word(at) in words().explaining and line.word(index + 1) in phrase_words().pointing:
        return found  # "gave no reason for the sacking"
    if line.word(at) == "failure" and line.word(index) == "of":
        return found  # it came about: "suffered from the failure of the talks"
    noun = noun_moves(line.word(at), line.word(index))
    if noun == "possible" and line.word(index) in _GOVERNED_BY and spurned(line, at):
        return compose(compose(found, noun), "negated")
    if noun is not None and tag in ("word", "verb", "ed") and line.word(index) in _GOVERNED_BY:
        return _of_noun(line, at, at, compose(found, noun), depth - 1, "act")
    if forwarded_for(line, index):
        return compose(found, "planned")
    growing = asking_for(line, index) if line.word(index) == "for" else None
    if growing is not None or (line.word(index) == "for" and asks_for(line, index)):
        return compose(found, "possible")  # "calls are growing for an inquiry"
    if tag in VERBAL:
        if unmoved(line, at) or has_no_part(line, at, index):
            return found
        if dated_for(line, at, index):
            return compose(found, "planned")
        if line.word(index) == "against" and line.lemma(at) == "decide":
            found = compose(found, "negated")
        if leaves_out_of(line, at, index):
            return _of_verb(line, at, "base", found, depth - 1)
        if line.word(index) in words().placing and not menaced_by(line, at, index):
            return _of_verb(line, at, "base", found, depth - 1)  # "predicted at a summit": where, not what
        return _under_verb(line, at, found, depth)
    return found


_DREADING = frozenset({"face", "fear", "risk"})
"""Verbs of those to whom something may be done, also where they look like nouns: "Ann Orme faces being expelled"."""
_NEARLY = (["threatened", "with"], ["close", "to"], ["closer", "to"], ["near", "to"])
"""Words before what may be done to somebody: "was threatened with being sacked"."""
_NOT_BUT = (["instead", "of"], ["rather", "than"])
_GOVERNED_BY = frozenset({"for", "of", "to", "on", "about", "against", "into", "towards", "toward"})
"""Prepositions by which a noun governs a thing: "calls for", but not "the decision at"."""
_COMING_ABOUT = frozenset({"go", "take", "happen", "proceed", "materialise", "begin", "start", "resume"})
"""Verbs that say of a gathering that it takes place."""
_OPENING = _COMING_ABOUT | {"open", "come", "be", "follow", "have"}
"""Verbs that say of a case, whose subject it is, that there is one."""
_OF_NOUNS = frozenset({"of", "over", "about", "against", "into"})
"""Prepositions that hang on a noun before them, which keeps the thing out of what its clause says."""
_BEHIND = frozenset({"after", "since", "following", "during", "amid", "despite"})


def _of_noun(
    line: Line, first: int, last: int, found: Stance, depth: int, sort: Sort, settling: Container[str] = ()
) -> Stance:
    """Move an event by its own phrase, by what it hangs on, or by the verb it is object or subject of."""
    start = phrase_start(line, first)
    found = within_phrase(line, start, first, found, drafted=sort == "document")
    if depth == 0:
        return found
    if maybe(line, last):
        return compose(found, "possible")
    if to_come(line, last):
        if _asked_for(line, start - 1, found, depth):
            return compose(found, "possible")
        if undone_by(line, start - 1):
            return compose(compose(found, "planned"), "negated")
        return _called_off(line, last, compose(found, "planned"), depth)
    index = start - 1
    word, tag = line.word(index), line.tag(index)
    if sort in LASTING and word == "of" and line.word(index - 1) in words().stages:
        return _of_noun(line, index - 1, index - 1, found, depth - 1, "act")  # "passage of the bill would help"
    if waits_for(line, index):
        dated = not numbered("weekdays").keys().isdisjoint(line.words[start:last])  # "ahead of Friday's ruling"
        there = sort in LASTING and line.words[last] not in words().stages and not dated
        return found if there else compose(found, "planned")
    if word == "pending":
        return found if line.words[last] in words().proceeding else compose(found, "planned")
    if word in _BEHIND or (word == "over" and line.word(start) in phrase_words().pointing):
        return found  # "called on her to quit over the leak"
    if word == "without":
        return compose(found, "negated")
    off = next((at for at in (index, start) if line.word(at) == "off"), 0)
    if off and line.lemma(off - 1) == "call" and (under_way(line, last) or aged(line, start, first)):
        return found
    decided = decided_by(line, start, first) if sort == "act" else None
    if decided is not None:
        return _of_verb(line, decided, "base", found, depth - 1)
    if sort == "document" and word == "on" and _under_preposition(line, index, found, depth) in ("negated", "averted"):
        return found  # "reached no decision on the petition"
    if sort in LASTING and word == "in" and line.tag(index - 1) not in VERBAL:
        voting = voting_in(line, index)  # unlike "urged members in a letter"
        return found if voting is None else _of_verb(line, voting, "base", found, depth - 1)
    if sort in LASTING and word == "in":
        return compose(found, "planned") if group_at(line, index - 1).modal in AHEAD else found
    if tag in ("preposition", "to"):
        moved = _under_preposition(line, index, found, depth)
        known = word == "on" and not phrase_words().definite.isdisjoint(line.words[start:first])  # "debate on the leak"
        of_noun = (known or word in _OF_NOUNS) and line.tag(index - 1) == "word"
        apart = has_no_part(line, index - 1, index) or leaves_out_of(line, index - 1, index)
        if moved != found or of_noun or apart:
            return moved
    elif tag == "be":
        subject = noun_moves(line.word(group_at(line, index).start - 1))
        return _of_verb(line, index, "base", compose(found, subject) if subject else found, depth - 1)
    elif word == "out" and line.lemma(index - 1) == "rule":
        return _under_verb(line, index - 1, found, depth)
    elif (tag in VERBAL or tag == "have") and not begins_what_is_said(line, index, last):
        return _by_verb(line, index, last, found, depth, sort, settling, governs=True)
    return _by_clause(line, start, last, found, depth, sort, settling)


def _presents(line: Line, verb: int, last: int) -> bool:
    """Whether a verb of the past has for its object a thing that is not known yet: "announced two more strikes"."""
    known, inside = phrase_words(), line.words[verb + 1 : last + 1]
    return line.tags[verb] == "ed" and line.tag(verb + 1) != "preposition" and known.pointing.isdisjoint(inside)


def _by_verb(
    line: Line, index: int, last: int, found: Stance, depth: int, sort: Sort, settling: Container[str], *, governs: bool
) -> Stance:
    """Move an event by a verb of its clause, as far as the sort of thing is moved by such a verb at all."""
    lemma = line.lemma(index)
    if lemma in words().presupposing or unmoved(line, index):
        return found
    if sort in LASTING and lemma in words().taking_up and (group_at(line, index).negated or unwilling(line, index)):
        return found
    only_proposed = sort == "case" and governs and indefinite(line, last) and words().verbs.get(lemma) == "possible"
    if not only_proposed and (lemma in settling or (sort in LASTING and lemma in words().putting)):
        return _of_verb(line, index, "base", found, depth - 1)
    realises = lemma in words().realising or (sort in LASTING and lemma in words().drafting)
    read = lemma == "read" and governs and not group_at(line, index).be  # "asked to read the letter"
    if sort in LASTING and (read or not realises):
        return found
    if sort == "case" and not governs and lemma not in _OPENING:
        return found
    if sort == "gathering" and governs and lemma in phrase_words().convoking and _presents(line, index, last):
        return compose(found, "planned")  # "has announced a strike on Friday"
    if sort == "gathering" and not (realises and governs):
        moved = _of_verb(line, index, "base", found, depth - 1)
        return moved if moved == "planned" else found
    if governs and sort == "gathering" and lemma in words().raising and raised(line, last):
        return compose(found, "planned")
    if governs:
        return _under_verb(line, index, found, depth)
    return _of_verb(line, index, "base", found, depth - 1)


def _asked_for(line: Line, index: int, found: Stance, depth: int) -> bool:
    """Whether what is to come is only asked for: "called for a vote to be held", "demanded a vote to be held"."""
    if line.word(index) == "for":
        return _under_preposition(line, index, found, depth) == "possible"
    asking = line.tag(index) in VERBAL and words().verbs.get(line.lemma(index)) != "negated"
    return asking and _under_verb(line, index, found, depth) == "possible"


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
    opened = line.word(start - 1) in ("that", "whether")  # "there is a chance that a bill will pass"
    opened = opened or (sort not in LASTING and opens_clause(line, start - 1, last))
    said = opened or begins_what_is_said(line, start - 1, last) or joins_clause(line, start - 1, last)
    low, high = start if said else clause_start(line, start), clause_end(line, last)
    for index in range(start - 1, low - 1, -1):
        tag = line.tags[index]
        if tag in VERBAL and not adjectival(line, index) and not reduced(line, index):
            governs = sort in LASTING or line.tag(start - 1) != "preposition"
            return _by_verb(line, index, last, found, depth, sort, settling, governs=governs)
        if tag == "be" and index + 1 < start:
            subject = noun_moves(line.word(group_at(line, index).start - 1))
            return _of_verb(line, index, "base", compose(found, subject) if subject else found, depth - 1)
    aim: int | None = None
    content = tells_content(line, last + 1)
    behind = None if sort in LASTING else behind_aside(line, high)
    further = range(0) if behind is None else range(behind, clause_end(line, behind))
    for index in (*range(last + 1, high), *further):
        if line.tags[index] == "pronoun" and "be" in line.tags[last + 1 : index]:
            break  # "once the inquiry is complete it will be published"
        if (
            line.words[index] in ("is", "are")
            and line.word(index + 1) in words().expected
            and line.tag(index + 2) != "to"
        ):
            return compose(found, "planned")  # "a vote on the plan is due on Monday"
        told = predicate(line, index)
        if told is not None:
            return compose(found, told)
        if sort == "gathering" and line.tags[index] == "be" and will_be_something(line, start, last, index):
            return compose(found, "planned")
        if sort in LASTING and line.words[index] in ("was", "were", "been") and line.tag(index + 1) == "preposition":
            return found  # "the statement had been in line with them"
        if line.tags[index] in VERBAL and not (content and index == last + 1):
            group = group_at(line, index)
            if sort == "case" and group.be and line.tag(index + 1) == "to":
                continue  # "the inquiry is expected to hear from nurses"
            if group.infinitive:
                asked = content and line.tag(group.start - 1) != "be"  # "calling on the bank to close mines"
                asked = asked or (sort in LASTING and group.start == last + 1 and transitive(line, index))
                aim = index if aim is None and not asked else aim
                continue
            if sort in LASTING and line.words[index] == "follow" and group.modal in AHEAD and indefinite(line, last):
                return compose(found, "planned")  # "an inquiry will follow"
            if sort == "gathering" and line.lemma(index) in _COMING_ABOUT:
                return _of_verb(line, index, "base", found, depth - 1)
            return _by_verb(
                line, index, last, found, depth, sort, settling, governs=group.be and line.tags[index] == "ed"
            )
    if aim is not None:
        made = sort == "case" and group_at(line, aim).be
        return _by_verb(line, aim, last, found, depth, sort, settling, governs=made)
    return found
