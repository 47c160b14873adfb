"""How far a time expression stands from a trigger: the words between, and whose the clause is that it stands in."""

from transforms.events.attributive import at_gathering, attributive, in_print, when_it_was
from transforms.events.between import BARRIER, TOO_FAR, between
from transforms.events.clauses import phrase_start
from transforms.events.later_deeds import of_accused, of_later_verb
from transforms.events.participles import in_claim, made_in_aside, of_company
from transforms.events.phrases import phrase_words
from transforms.events.relatives import (
    SHORT,
    behind_its_relative,
    in_contact_clause,
    in_later_relative,
    in_relative,
    judged,
    of_its_relative,
)
from transforms.events.saying import announced_then, only_said_then
from transforms.events.stances import words
from transforms.events.subjects import from_its_verb
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

LONG_OBJECT = 12
"""Words before a time in which the verb that it ends what is said of stands."""
LONG = 14
"""Words of what a time is told to be after or before."""
OTHER_VERB = 6
"""Cost of a time that another verb has first."""


def distance(line: Line, hit: Hit, timex: Timex) -> int:
    """Words between, and barriers: clause openers, other verbs, a verb of saying that the time belongs to."""
    first, last = line.at(timex.start), line.at(max(timex.end - 1, timex.start))
    if timex.rule == "season-campaign" and first <= hit.last and last < hit.last:
        return SHORT  # "the spring conference at the weekend"
    inside = line.starts[first] < timex.start and first > 0  # "the March 15-16 election"
    noun = attributive(line, first - inside, last, of_feast=timex.rule == "holiday")
    if noun is not None and hit.entry.event.family == "publication" and in_print(line, hit.last, first, last):
        return 0
    if noun is not None:
        inside = hit.first <= noun <= hit.last or last < hit.first <= noun + 1
        if not inside and timex.grain in ("day", "part") and when_it_was(line, noun, hit.first):
            return SHORT
        return 0 if inside else SHORT if at_gathering(line, hit, noun) else TOO_FAR + 1
    if first <= hit.last and last >= hit.first:
        return 0
    after = first > hit.last
    low, high = (hit.last + 1, first) if after else (last + 1, hit.first)
    opening = not after and first <= 2 and not any(tag in VERBAL for tag in line.tags[:first])
    aside = _aside_end(line, last + 1) if opening else None
    if aside is not None and hit.first > aside:
        low = aside + 1
    elif aside is not None and hit.part == "verb":
        return TOO_FAR + 1
    if not after and _of_its_when(line, low, high):
        return 0
    if not after and announced_then(line, hit, first, last):
        return BARRIER  # unless a time of its own stands nearer
    if after and judged(line, hit, first):
        return TOO_FAR + 1
    if after and hit.part == "noun" and (of_its_relative(line, low, high) or made_in_aside(line, hit, first)):
        return 0
    own = (hit.first if hit.part == "verb" else low) if after else 0
    cost = between(line, low, high, opening=opening, own=own)
    if after and hit.part == "noun" and cost > BARRIER:
        cost = min(cost, from_its_verb(line, low, high))
    if timex.grain in ("century", "decade"):
        cost += BARRIER
    if not after and not opening and _of_verb_before(line, first, last, hit):
        apart = hit.part == "noun" and timex.grain in ("month", "year")  # "elected in 2022 and led three strikes"
        cost += TOO_FAR if apart or line.tag(last + 2) in AUXILIARY else OTHER_VERB
    if after and _of_participle(line, hit.last, first):
        cost += BARRIER
    if after and (_of_its_cause(line, hit.last, first) or of_company(line, hit.last, first)):
        cost += TOO_FAR
    if not after and hit.part == "verb" and (_of_described(line, hit, first) or in_contact_clause(line, first, last)):
        cost += TOO_FAR
    if not after and in_claim(line, last + 1, hit.first):
        cost += TOO_FAR
    if after and (of_accused(line, hit, timex) or of_later_verb(line, hit, first)):
        cost += TOO_FAR
    if after and (behind_its_relative(line, hit, first) or _attribute(line, hit)):
        cost += TOO_FAR
    if after and _in_what_is_said(line, hit, first):
        cost += TOO_FAR
    if not after and hit.part == "noun" and _spoken_of(line, hit, low):
        cost += TOO_FAR
    if after and _in_connection(line, hit.last, first):
        cost += TOO_FAR
    if not after and hit.part == "noun" and _in_subject(line, first, last, hit.first):
        cost += TOO_FAR
    if not after and hit.part == "noun" and only_said_then(line, hit, first, last):
        cost += TOO_FAR
    if not after and in_later_relative(line, last + 1, hit.first):
        cost += TOO_FAR
    if line.words[low:high].count('"') % 2:
        cost += 2 * BARRIER
    if not after and in_relative(line, first, closed="," in line.words[low:high], ended=line.tag(low) == "ed"):
        cost += TOO_FAR
    return cost + _of_saying(line, hit, first, last)


def _aside_end(line: Line, comma: int) -> int | None:
    """The comma that ends what a time is told to be after or before: "On Monday, hours after the mill shut, ..."."""
    if line.word(comma) != ",":
        return None
    hinge = next((at for at in range(comma + 1, comma + SHORT) if line.word(at) in ("after", "before")), None)
    if hinge is None or any(tag in VERBAL or tag == "stop" for tag in line.tags[comma + 1 : hinge]):
        return None
    return next((at for at in range(hinge + 1, min(hinge + LONG, len(line))) if line.words[at] == ","), None)


def _of_participle(line: Line, last: int, first: int) -> bool:
    """Whether a time says when a thing further on came about: "a vote on the plan of a group formed in May".

    What is held, put or made at a time may be the trigger all the same.
    """
    at = first - 2 if line.tag(first - 1) == "preposition" else first - 1
    described = line.tag(at) == "ed" and line.tag(at - 1) == "word" and at - 1 > last
    return described and line.lemma(at) not in words().realising


def _of_described(line: Line, hit: Hit, first: int) -> bool:
    """Whether a time before a verb says what had been done to its subject: "the clerk appointed in May has resigned".

    What was printed at a time says then what it says.
    """
    at = first - 2 if line.tag(first - 1) == "preposition" else first - 1
    described = line.tag(at) == "ed" and line.tag(at - 1) == "word" and at < hit.first
    stopped = "stop" in line.tags[at : hit.first] or line.lemma(at) in words().reporting
    return described and not stopped and line.tag(hit.first - 1) in AUXILIARY and hit.entry.event.family == "membership"


def _of_its_cause(line: Line, last: int, first: int) -> bool:
    """Whether a time ends what brought a thing about: "a strike sparked by the sacking of two clerks in March"."""
    causing = phrase_words().causes["object"]
    return any(
        line.tags[at] == "ed"
        and line.words[at + 1] == "by"
        and line.lemma(at) in causing
        and not any(tag == "stop" or tag in AUXILIARY for tag in line.tags[at + 1 : first])
        for at in range(last + 1, first - 1)
    )


def _in_connection(line: Line, low: int, first: int) -> bool:
    """Whether a time ends what a thing only has to do with: "an order in connection with a suit filed in 1986"."""
    at = next((at for at in range(low + 1, first) if line.words[at] in phrase_words().linking), None)
    if at is None or line.word(at + 1) not in ("with", "to"):
        return False
    return "ed" in line.tags[at + 2 : first] and "stop" not in line.tags[at:first]


def _in_subject(line: Line, first: int, last: int, trigger: int) -> bool:
    """Whether a time says what was done to the subject of a thing's clause: "a plan passed on Monday is no bill"."""
    made = next((at for at in range(first - 1, max(first - LONG_OBJECT, 0), -1) if line.tags[at] in VERBAL), None)
    if made is None or line.tags[made] != "ed" or line.tag(made - 1) != "word" or "stop" in line.tags[made:trigger]:
        return False
    main = next((at for at in range(last + 1, trigger) if line.tags[at] in AUXILIARY), None)
    if main is None or line.lemma(made) in words().reporting:
        return False
    clauses = ("relative", "subordinator", "pronoun", "conjunction")
    return not any(tag in AUXILIARY or tag in clauses for tag in (*line.tags[:first], *line.tags[last + 1 : main]))


def _attribute(line: Line, hit: Hit) -> bool:
    """Whether a participle says whom something was done to who now does another: "500 sacked miners marched today"."""
    counted = line.tag(hit.first - 1) == "number" and (
        line.word(hit.first - 1).isdigit() or line.word(hit.first - 1).isalpha()
    )
    inside = (counted or line.tag(hit.first - 1) in ("determiner", "possessive")) and line.tag(hit.last + 1) == "word"
    return hit.part == "verb" and hit.form in ("past", "participle") and inside


def _in_what_is_said(line: Line, hit: Hit, first: int) -> bool:
    """Whether a time ends what somebody says who is told of beside a thing, or says to it or at it.

    "a speaker at the conference said the port closed in 1973"; "told the conference that the port closed in 1973".
    """
    low = hit.last + 1 if hit.part == "verb" else max(phrase_start(line, hit.first) - SHORT, 0)
    for said in range(low, first):
        if line.tags[said] not in VERBAL or line.lemma(said) not in words().reporting or said == hit.first:
            continue
        begins, named = said + 1, False
        if said < hit.first:
            that = next((at for at in range(hit.last + 1, first) if line.words[at] == "that"), None)
            named = that is not None and line.tag(that + 1) not in VERBAL and line.tag(that + 1) not in AUXILIARY
            begins = that if that is not None else hit.last + 1 if _is_told(line, hit, said) else first
            around = (*line.tags[said + 1 : hit.first], *line.tags[hit.last + 1 : begins])
            if any(tag in VERBAL or tag in AUXILIARY for tag in around):
                continue
        follows = line.tag(begins)
        own = follows in AUXILIARY or follows in ("stop", "quote", "to", "preposition", "")
        until = first if said < hit.first else _clause_behind(line, first)
        told = named or any(tag in ("ed", "verb") or tag in AUXILIARY for tag in line.tags[begins + 1 : until])
        if not own and told:
            return True
    return False


def _clause_behind(line: Line, first: int) -> int:
    """Where the clause ends that goes on behind a time: "said the trend seen in May was slowing"."""
    ends = ("stop", "quote", "relative", "subordinator", "conjunction")
    return next((at for at in range(first, len(line)) if line.tags[at] in ends), len(line))


def _is_told(line: Line, hit: Hit, said: int) -> bool:
    """Whether a gathering is told something that follows at once: "told the meeting rents would rise in May"."""
    start = phrase_start(line, hit.first)
    addressed = said == start - 1 and line.lemma(said) == "tell"
    there = said == start - 2 and line.word(start - 1) in ("at", "in")
    gathering = hit.part == "noun" and hit.entry.event.family in ("assembly", "publication")
    return gathering and (addressed or there) and line.tag(hit.last + 1) in ("word", "determiner", "pronoun", "number")


def _of_its_when(line: Line, low: int, high: int) -> bool:
    """Whether a clause says what came about at the time before it: "until May, when he resigned"."""
    start = low + (line.word(low) == ",")
    inside = line.tags[start + 1 : high]
    closed = any(tag in ("stop", "quote", "relative", "conjunction") for tag in inside)
    return line.word(start) == "when" and not closed and sum(tag in VERBAL for tag in inside) < 2


def _spoken_of(line: Line, hit: Hit, low: int) -> bool:
    """Whether what was done at a time had a thing only for its matter: "met on Monday to discuss the strike".

    So it had where the thing is of another one: "called on Monday to announce a step in the inquiry". What is decided
    on is decided then: "met on Monday to debate the motion".
    """
    start = phrase_start(line, hit.first)
    if line.word(start - 1) in ("about", "regarding", "concerning"):
        return True
    for at in range(start - 1, low - 1, -1):
        if line.tags[at] in VERBAL or line.words[at] in phrase_words().explaining:
            if line.words[at] in phrase_words().explaining and line.tags[at - 1] != "be":
                return True
            if line.tags[at - 1] != "to":
                return False
            if line.word(start - 1) in ("about", "over", "against") or _of_its_object(line, hit, start, at):
                return True
            known = phrase_words()
            undone = line.lemma(at) in known.ending and hit.entry.event.family == "assembly"
            talk = line.lemma(at) in known.talk and hit.entry.event.family != "decision"
            return at == start - 1 and (talk or undone)
    return False


def _of_its_object(line: Line, hit: Hit, start: int, verb: int) -> bool:
    """Whether a thing belongs to the object of a verb, and is not where or by what it is done: "at the conference"."""
    joining, where = line.word(start - 1), {"at", "during", "by"}
    if hit.entry.event.family == "decision":
        return False
    if hit.entry.event.family != "proceeding":
        where.add("in")
    ends = start - 2
    while line.tag(ends) == "quote":
        ends -= 1
    object_between = ends > verb and line.tag(ends) == "word"
    return object_between and line.tag(start - 1) == "preposition" and joining not in where


def _of_verb_before(line: Line, first: int, last: int, hit: Hit) -> bool:
    """Whether a time ends what is said of one verb before "and" leads to the next: "elected in 2019 and suspended".

    Behind a comma, and for a noun, it must lead straight to a verb: "elected in 2019, and was suspended". A form in
    -ing is one where another stands before: "after touring the port on Monday and meeting its clerk".
    """
    joined = last + 1 + (line.word(last + 1) == ",")
    if line.tag(joined) != "conjunction":
        return False
    straight = hit.first == joined + 1 and line.tag(hit.first) == "ing"
    if (joined > last + 1 or hit.part == "noun") and not straight and line.tag(joined + 1) not in (*AUXILIARY, "ed"):
        return False
    before = range(max(first - LONG_OBJECT, 0), first)
    if line.tag(joined + 1) == "be" and "be" in line.tags[before.start : before.stop]:
        return True  # "the sale is effective 1 May and is subject to a vote"
    return any(line.tags[at] in VERBAL or (straight and line.words[at].endswith("ing")) for at in before)


def _of_saying(line: Line, hit: Hit, first: int, last: int) -> int:
    """The cost of a time that belongs to a verb of saying: "said on Tuesday", "On Monday he told"."""
    for index in (first - 1, first - 2):
        if line.tag(index) in VERBAL and not hit.first <= index <= hit.last:
            announced = line.lemma(index) in phrase_words().announcing and line.tag(last + 1) == "relative"
            if announced and hit.entry.event.family == "membership":
                return 0  # "announced today that Ms Orme has been sacked"
            heard = line.word(index) == "hearing" and index == first - 2 and line.tag(first - 1) == "word"
            return BARRIER if line.lemma(index) in words().reporting and not heard else 0
    return 0
