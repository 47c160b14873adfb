"""What single words around a trigger say of it: auxiliaries, verbs, nouns and adjectives that move an event or keep it.

Nothing here looks further outwards than the word it is asked about; `modality` follows what governs what.
"""

from transforms.events.clauses import clause_end, clause_start, group_at, phrase_start
from transforms.events.denials import denied
from transforms.events.stances import Stance, compose, noun_moves, words
from transforms.events.tagging import AUXILIARY, REACH, VERBAL, Line
from transforms.records import Modality

_SEEMING = frozenset({"look", "seem", "appear", "remain", "become"})
"""Verbs that stand before an adjective as "be" does: "a strike looks likely"."""
ASKED = 7
"""Words between a verb of asking and "for" in which those stand who are asked."""
ASKED_THAT = 14
"""Words between a verb of asking and what it asks to be done."""
DESCRIBED = 6
"""Words behind a thing in which a clause starts that says that it has begun."""
SPURNED = 5
"""Words before a noun of asking in which the verb stands that turns it away."""
WANTED = 6
"""Words between a verb of wanting and what somebody wants done."""
JOINED = 14
"""Words from one gerund to another that it is joined to."""
LET = 6
"""Words between a verb of letting and what somebody is let do."""
_STARTING = frozenset({"begin", "start", "open", "reopen", "resume", "convene", "reconvene"})
_IN_FAVOUR_OF = frozenset({("in", "favour", "of"), ("in", "favor", "of")})
_CALLED: dict[str, Modality] = {"off": "negated", "for": "possible", "on": "possible"}
"""What "call" makes of its object by what follows it; alone it convenes ("called a strike")."""


def governing(line: Line, at: int) -> str:
    """The verb that ends right before a thing, or votes for it: "faces expulsion", "voted by 3-1 for a strike"."""
    if line.tag(at) in VERBAL:
        return line.lemma(at)
    if line.word(at) != "for" and tuple(line.words[max(at - 2, 0) : at + 1]) not in _IN_FAVOUR_OF:
        return ""
    before = range(at - 1, clause_start(line, at) - 1, -1)
    verb = next((index for index in before if line.tags[index] in VERBAL), None)
    return f"{line.lemma(verb)} for" if verb is not None else ""


def wanting(line: Line, head: int) -> int | None:
    """The verb that wants a thing done to somebody: "wants Lord Hale expelled", "demanded him sacked"."""
    at = head - 1
    if line.tag(head + 1) in ("word", "determiner", "pronoun", "number"):
        return None  # it has an object of its own
    while at > head - 1 - WANTED and line.tag(at) in ("word", "pronoun", "determiner", "possessive", "number"):
        at -= 1
    return at if at < head - 1 and line.tag(at) in VERBAL and line.lemma(at) in ("want", "need") else None


def by_nobody(line: Line, start: int) -> bool:
    """Whether nobody is the subject of a verb: "nobody has resigned", "no one was expelled"."""
    return line.word(start - 1) == "nobody" or line.words[max(start - 2, 0) : start] == ["no", "one"]


def by_none(line: Line, head: int) -> bool:
    """Whether none of some kind is the subject of a finite verb: "no successor was named"."""
    group = group_at(line, head)
    end = group.start - 1
    if group.infinitive or (line.tag(head) == "ing" and not group.be) or line.tag(end) != "word":
        return False
    start = phrase_start(line, end)
    return start < end and line.word(start) == "no" and line.tag(start + 1) == "word" and line.word(end) != "one"


def of_modal(line: Line, modal: str, at: int, *, have: bool) -> Modality:
    """What a modal says: "would" is a plan where somebody said so, "would have" is not."""
    if modal in ("would", "'d") and not have and reported(line, at):
        return "planned"
    return words().modals.get(modal, "possible")


def reported(line: Line, at: int) -> bool:
    """Whether a verb of saying governs the clause: "said it would" is a plan told in the past."""
    for index in range(at - 1, max(at - REACH, 0) - 1, -1):
        if line.words[index] in ("if", "unless"):
            return False
        pointed_out = line.words[index : index + 2] == ["pointed", "out"]
        if line.tags[index] in VERBAL and (pointed_out or line.lemma(index) in words().reporting):
            return line.tags[index] == "ed" and "if" not in line.vocabulary
    return False


def came_to_nothing(line: Line, to: int) -> bool:
    """Whether an attempt is told to have failed: "a failed bid to oust him", "an attempt to oust him was defeated"."""
    if line.word(to - 2) in words().foiled:
        return True
    verbs = (at for at in range(to + 2, clause_end(line, to)) if line.tags[at] in VERBAL)
    at = next((at for at in verbs if not group_at(line, at).infinitive), None)
    return at is not None and line.words[at] in words().foiled and not group_at(line, at).negated


def reduced(line: Line, index: int) -> bool:
    """Whether a participle only describes the noun before it: "wants diplomats based in the capital to meet"."""
    if line.tag(index) != "ed" or line.tag(index - 1) != "word" or line.tag(index + 1) != "preposition":
        return False
    governors = (line.lemma(at) for at in range(index - 2, max(index - 6, -1), -1) if line.tag(at) in VERBAL)
    return next(governors, "") in words().verbs


def of_subjunctive(line: Line, head: int, found: Stance) -> Stance:
    """What governs "demands that he resign": a word of asking before "that"."""
    for index in range(head - 1, max(head - ASKED_THAT, 0), -1):
        if line.words[index] == "that":
            for at in range(index - 1, max(index - 8, -1), -1):
                moved = words().verbs.get(line.lemma(at)) if line.tag(at) in VERBAL else noun_moves(line.word(at))
                if moved == "possible":
                    return compose(found, moved)
            return found
        if line.tags[index] in ("stop", "quote", "relative", "subordinator"):
            break
    asking = _asking_that(line, head) if line.word(head) == "be" else None
    return found if asking is None else compose(found, "possible")


def _asking_that(line: Line, head: int) -> int | None:
    """The verb that asks, without "that", that something be done: "will recommend Ann Orme, now clerk, be elected"."""
    aside = False
    for at in range(head - 1, max(head - ASKED_THAT, -1), -1):
        if line.words[at] == ",":
            aside = not aside
        elif not aside and line.tags[at] in VERBAL and not reduced(line, at):
            return at if line.lemma(at) in words().having_done else None
        elif not aside and (line.tags[at] in ("stop", "quote", "subordinator") or line.tags[at] in AUXILIARY):
            return None
    return None


def let(line: Line, head: int) -> int | None:
    """The verb that a bare infinitive hangs on, over those who do it: "let the two men meet", "made him resign"."""
    for at in range(head - 1, max(head - LET, -1), -1):
        if line.tags[at] in VERBAL or line.tags[at] == "be":
            return at if at < head - 1 and line.lemma(at) in words().letting else None
        if line.tags[at] not in ("pronoun", "determiner", "possessive", "word", "number"):
            return None
    return None


def under_adjective(line: Line, index: int, found: Stance) -> Stance:
    """What negates or moves "is not likely to", "could be forced to"."""
    group = group_at(line, index)
    if group.negated or (group.be and denied(line, group.start)):
        found = compose(found, "negated")
    if group.modal is not None and words().modals.get(group.modal) == "possible":
        found = compose(found, "possible")
    return found


def moved_by(line: Line, head: int, *, infinitive: bool) -> Modality | None:
    """What a verb says of its complement: "refused to resign", "called for a vote"; null where it says nothing."""
    lemma, known = line.lemma(head), words()
    moved = known.verbs.get(lemma)
    if infinitive and lemma == "stop" and (line.tag(head + 1) == "preposition" or line.word(head + 1) == "to"):
        return None  # "will stop in Lagos to meet her"
    if infinitive and line.words[head] in ("went", "gone"):
        return None
    if infinitive and moved is None:
        moved = known.control.get(lemma)
    if not infinitive and lemma in known.for_only and line.word(head + 1) not in ("for", "against"):
        moved = None
    if infinitive and lemma in known.asking and group_at(line, head).be:
        moved = asked(line, head)
    if lemma in known.of_only and not infinitive:
        moved = "possible" if line.word(head + 1) in ("of", "about") else None
    if lemma == "call" and not infinitive:
        passive = group_at(line, head).be and line.tags[head] == "ed"
        following = "" if passive and line.word(head + 1) != "off" else line.word(head + 1)
        moved = _CALLED.get(following, "planned")
    if lemma == "rule":
        moved = "negated" if line.word(head + 1) == "out" and line.word(head + 2) != "of" else None
    if not infinitive and lemma in known.present and line.tags[head] != "ed":
        moved = known.present[lemma]
    return moved


def asked(line: Line, head: int) -> Modality | None:
    """Whether those who "have been asked" or "will be asked" have yet to act; who "were asked to vote" has done so."""
    group = group_at(line, head)
    if group.modal is not None or {"is", "are", "being", "has", "have"} & set(line.words[group.start : head]):
        return "planned"
    return None


def first_gerund(line: Line, at: int) -> int:
    """The first of gerunds that are joined and governed by one word: "no plan of leaving, suing or resigning"."""
    if line.word(at - 1) not in (",", "and", "or"):
        return at
    for index in range(at - 2, max(at - JOINED, -1), -1):
        led = line.tag(index - 1) in ("preposition", *VERBAL) or line.word(index - 1) == "out"
        if line.words[index].endswith("ing") and line.tags[index] in ("ing", "word") and led:
            return index
        if line.tags[index] in VERBAL - {"ing"} or line.tags[index] in AUXILIARY:
            break
        if line.tags[index] in ("quote", "relative", "subordinator") or line.words[index] in (".", ";", ":"):
            break
    return at


def of_its_verb(line: Line, at: int) -> Modality | None:
    """What the modal of a clause makes of a gerund that is its subject: "expelling Mr Hale would be unwise"."""
    if at > 0 and line.tags[at - 1] not in ("stop", "quote", "subordinator", "relative"):
        return None
    for index in range(at + 1, min(at + REACH, len(line))):
        if line.tags[index] == "modal":
            return words().modals.get(line.words[index])
        if line.tags[index] in VERBAL or line.tags[index] in AUXILIARY or line.tags[index] in ("stop", "quote"):
            return None
    return None


def unmoved(line: Line, verb: int) -> bool:
    """Whether a verb only says who takes no note of a thing or no side in it: "did not vote for the motion"."""
    if line.lemma(verb) == "comment" and unwilling(line, verb):
        return True
    return line.lemma(verb) in words().reacting and group_at(line, verb).negated


def unwilling(line: Line, verb: int) -> bool:
    """Whether somebody would not do what a verb says: "refused to discuss", "declined to sign"."""
    group = group_at(line, verb)
    return group.infinitive and line.tag(group.start - 1) in VERBAL and line.lemma(group.start - 1) in words().unwilling


def within_phrase(line: Line, start: int, first: int, found: Stance, *, drafted: bool = False) -> Stance:
    """What words of its own noun phrase make of a trigger: "no vote", "any inquiry", "the planned march".

    What is `drafted` is there once it is proposed: "a proposed bill".
    """
    for index in range(start, first):
        word = line.words[index]
        none = word == "no" and line.word(index + 1) not in ("confidence", "longer", "doubt")
        if none or (word == "not" and line.word(index + 1) in ("a", "an")):
            found = compose(found, "negated")
        adjective = "possible" if word == "any" else words().adjectives.get(word)
        if drafted and word == "proposed":
            continue
        if adjective is not None and line.word(index - 1) != "regularly":  # "met at a regularly scheduled session"
            found = compose(found, adjective)
    return found


def maybe(line: Line, last: int) -> bool:
    """Whether a word behind a thing puts it into question: "with strikes possible in the autumn", "a strike threat"."""
    if line.word(last + 1) in words().feared:
        return True  # "a strike threat"
    doubted = line.tag(last + 1) == "word" and words().adjectives.get(line.word(last + 1)) == "possible"
    return doubted and (line.tag(last + 2) in ("preposition", "stop", "subordinator") or line.word(last + 2) == "if")


def to_come(line: Line, last: int) -> bool:
    """Whether what follows puts a thing ahead: "to be held", "due on Friday", "scheduled for May", "planned by"."""
    word, following = line.word(last + 1), line.word(last + 2)
    expected = words().expected
    behind = last + 1 + (word == ",")
    if line.word(behind) == "set" and line.word(behind + 1) not in ("to", "for"):
        return False  # "protesters set up a camp"
    if word in ("is", "are") and following == "to" and line.word(last + 3) not in ("end", "close", "conclude", "be"):
        return True  # "the talks are to resume"
    if word in expected or (word == "," and following in expected) or _due_by_relative(line, behind):
        return True
    for index in range(last + 1, min(last + 16, len(line) - 2)):
        if line.words[index] == "to" and line.words[index + 1] == "be":
            beside = index == last + 1 + (word == ",")
            return beside or line.words[index + 2] in ("held", "staged", "published", "put", "called")
        if line.tags[index] in ("be", "have", "modal", "relative", "subordinator"):
            return False
    return False


def _due_by_relative(line: Line, at: int) -> bool:
    """Whether a relative clause puts the thing before it ahead: "the strike, which was due to begin on Monday"."""
    if line.word(at) not in ("which", "that"):
        return False
    if (
        line.lemma(at + 1) in _STARTING
        and line.tag(at + 1) not in ("ed", "ing")
        and not line.word(at + 1).endswith("ed")
    ):
        return True  # "talks that begin on Wednesday", but not "talks that began"
    return line.tag(at + 1) == "be" and (line.word(at + 2) in words().expected or line.word(at + 2) == "about")


def under_way(line: Line, last: int) -> bool:
    """Whether a thing is told to have begun: "the strikes that have hit the port", "the strike, which began in May"."""
    beside = last + 1 + (line.word(last + 1) == ",")
    at = next((at for at in range(beside, beside + DESCRIBED) if line.tag(at) in ("relative", "stop")), beside)
    verb = at + 1 + (line.tag(at + 1) == "have")
    # farther off the clause may be about another thing: "the strike over jobs which were cut"
    return line.tag(at) == "relative" and line.tag(verb) == "ed" and (at == beside or verb > at + 1)


def needless(line: Line, verb: int) -> bool:
    """Whether somebody only is not obliged to do a thing, who still may: "does not have to call an election"."""
    group = group_at(line, verb)
    present = not {"do", "does"}.isdisjoint(line.words[group.start : verb])
    return line.lemma(verb) in ("have", "need") and group.negated and present


def indefinite(line: Line, last: int) -> bool:
    """Whether a thing is not spoken of as one that there is: "proposed an inquiry", "is considering inquiries"."""
    start = phrase_start(line, last)
    return line.word(start) in ("a", "an") or line.tag(start) not in ("determiner", "possessive", "number")


def aged(line: Line, start: int, first: int) -> bool:
    """Whether words of its own phrase say that a thing has begun: "called off their two-week-old strike"."""
    inside = line.words[start:first]
    return not words().running.isdisjoint(inside) or any(word.endswith("-old") for word in inside)


def tells_content(line: Line, behind: int) -> bool:
    """Whether a participle right behind a noun says what it is about: "a motion demanding to be heard will be put"."""
    return line.tag(behind) == "ing"


def predicate(line: Line, be: int) -> Modality | None:
    """What an adjective behind "is" says of its subject: "a strike is very likely", but not "is likely to last"."""
    if line.tag(be) != "be" and not (line.lemma(be) in _SEEMING and line.tag(be) in VERBAL):
        return None
    at, known = be + 1, words().predicative
    while line.tag(at) == "adverb" and line.word(at) not in known:
        at += 1
    return known.get(line.word(at)) if "to" not in line.words[at + 1 : at + 4] else None


def spurned(line: Line, noun: int) -> bool:
    """Whether somebody turns away what a noun asks for: "defied calls to quit", "brushed aside demands for a vote"."""
    known = words().spurning
    for at in range(noun - 1, max(noun - 1 - SPURNED, -1), -1):
        if line.words[at] in known or f"{line.words[at]} {line.word(at + 1)}" in known:
            return not group_at(line, at).negated
        if line.tags[at] in ("verb", "stop", "quote", "to", "modal", "relative", "subordinator"):
            return False
    return False


def asks_for(line: Line, preposition: int) -> bool:
    """Whether somebody is asked for a thing: "asked the court for an injunction"."""
    for at in range(preposition - 1, max(preposition - 1 - ASKED, -1), -1):
        if line.tags[at] in VERBAL:
            return at < preposition - 1 and line.lemma(at) in words().for_only
        if line.tags[at] in ("stop", "quote", "relative", "subordinator", "to") or line.tags[at] in AUXILIARY:
            return False
    return False


def adjectival(line: Line, index: int) -> bool:
    """Whether a participle stands inside a noun phrase: "a leaked report", "the proposed vote"."""
    inside = line.tag(index - 1) in ("determiner", "possessive") and line.tag(index + 1) == "word"
    return inside and line.tags[index] in ("ed", "ing")
