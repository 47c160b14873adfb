"""Whether a time or a trigger stands in a relative clause, and whose: "the talks, which start on Monday"."""

from transforms.events.moods import adjectival
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit

SHORT = 6
"""Words behind a noun in which a relative clause of its own starts."""
LONG = 14
"""Words behind a noun in which a relative clause starts that says between commas when the thing was made."""


def behind_its_relative(line: Line, hit: Hit, first: int) -> bool:
    """Whether a trigger stands in a relative clause between commas, a time behind it: "Orme, who quit, died in May".

    So does "talks" in "The walkout, called after talks failed, began on Monday".
    """
    comma = next((at for at in range(hit.first - 1, max(hit.first - LONG, 0), -1) if line.words[at] == ","), 0)
    if comma and line.tag(comma + 1) == "ed" and line.tag(comma - 1) == "word" and hit.first > comma + 1:
        return _goes_on(line, hit.last + 1, first)
    opened = next((at for at in range(hit.first - 1, max(hit.first - 14, 0), -1) if line.tags[at] == "relative"), 0)
    if opened and hit.part == "noun" and _ends_its_clause(line, hit.last, first):
        return line.word(opened - 1) != "," and "," not in line.words[opened : hit.first]
    if line.word(opened - 1) != "," or "," in line.words[opened : hit.first]:
        return False
    return _goes_on(line, hit.last + 1, first)


def _goes_on(line: Line, low: int, high: int) -> bool:
    """Whether the next comma is followed by the verb of what the clause before it is told of."""
    comma = next((at for at in range(low, high) if line.words[at] == ","), None)
    if comma is None:
        return False
    follows = comma + 1 + (line.tag(comma + 1) == "adverb")
    return line.tag(follows) in AUXILIARY or line.tag(follows) in ("ed", "verb")


def _ends_its_clause(line: Line, last: int, first: int) -> bool:
    """Whether a thing's own passive verb and then another follow: "those for which the ban was made came in May"."""
    at = last + 1
    while line.tag(at) in AUXILIARY or line.tag(at) == "adverb":
        at += 1
    own = last + 1 < at and line.tag(at) == "ed"
    return own and at + 1 < first and (line.tag(at + 1) == "ed" or line.tag(at + 1) in AUXILIARY)


def judged(line: Line, hit: Hit, first: int) -> bool:
    """Whether a time ends what a relative clause only says of a thing: "the strike, which was ruled illegal in May"."""
    which = hit.last + 1 + (line.word(hit.last + 1) == ",")
    if line.word(which) not in ("which", "that"):
        return False
    verb = next((at for at in range(which + 1, first) if line.tags[at] in VERBAL), None)
    return verb is not None and line.lemma(verb) in phrase_words().judging and "," not in line.words[which:first]


def of_its_relative(line: Line, low: int, high: int) -> bool:
    """Whether a relative clause that says when the thing before it comes about ends in the time.

    "the conference, which starts on Monday"; "a ruling on the case, which is expected next month"; "the inquiry, which
    was ordered by the minister in January".
    """
    if line.tag(low) == "pronoun":
        return _made_by(line, low, high)
    at = next((index for index in range(low, min(low + LONG, high)) if line.tags[index] == "relative"), None)
    if at is None or line.words[at] not in ("which", "that") or _told_by(line, low, at):
        return False
    verb, passive = at + 1, False
    while line.tag(verb) in AUXILIARY or line.tag(verb) in ("to", "adverb"):
        passive = passive or line.tag(verb) == "be"
        verb += 1
    taking_place = phrase_words().taking_place | phrase_words().appearing
    if line.word(verb) == "due" and line.tag(verb + 1) == "to" and line.lemma(verb + 2) in taking_place:
        verb += 2  # "the strike, which is due to begin on Monday"
    made = passive and line.tag(verb) == "ed" and line.lemma(verb) in words().realising
    afar = at >= low + SHORT and not (made and line.words[at - 1] == ",")
    counted = at - 3 - (line.tag(at - 3) == "determiner")  # "hearings in Leeds, the last of which was held in May"
    if line.words[at - 1] == "of" and line.tag(at - 2) in ("word", "adverb") and line.word(counted) == ",":
        afar = False  # "a memo by an aide, details of which appeared on Monday"
    if verb >= high or afar or not (made or line.lemma(verb) in taking_place):
        return False
    return not any(line.tags[index] in VERBAL or line.tags[index] == "stop" for index in range(verb + 1, high))


def _made_by(line: Line, pronoun: int, high: int) -> bool:
    """Whether a clause without "which" says who made a thing at the time that ends it: "the march we held in May"."""
    verb = pronoun + 1
    while line.tag(verb) in AUXILIARY or line.tag(verb) == "adverb":
        verb += 1
    if verb >= high or line.tag(verb) not in VERBAL or line.lemma(verb) not in words().realising:
        return False
    return not any(tag in VERBAL or tag in AUXILIARY or tag == "stop" for tag in line.tags[verb + 1 : high])


def in_later_relative(line: Line, low: int, trigger: int) -> bool:
    """Whether a trigger describes somebody named behind a time: "met on Monday the builder who had resigned"."""
    closing = ("relative", "stop", "quote")
    opened = next((at for at in range(trigger - 1, low - 1, -1) if line.tags[at] in closing), None)
    if opened is None or line.words[opened] not in ("who", "whose", "whom", "which"):
        return False
    verb = next((at for at in range(opened - 1, -1, -1) if line.tags[at] in VERBAL or line.tags[at] in AUXILIARY), None)
    if verb is None or line.tags[verb] not in VERBAL or line.tag(opened - 1) == "preposition":
        return False  # "was last week among those who signed"
    return any(line.tags[at] in VERBAL or line.tags[at] in AUXILIARY for at in range(opened, trigger + 1))


def _told_by(line: Line, low: int, high: int) -> bool:
    """Whether words behind a noun hold a verb of its own: "the vote led to a row", but not "by retired judges"."""
    return any(
        line.tags[at] in AUXILIARY
        or (line.tags[at] in VERBAL and not adjectival(line, at) and line.tag(at - 1) != "preposition")
        for at in range(low, high)
    )


def in_relative(line: Line, index: int, *, closed: bool, ended: bool) -> bool:
    """Whether a word stands in a clause of its own that is over: "who was elected in 2017, ...", "that fell led".

    `closed`: a comma follows; `ended`: another verb follows, so that the clause is over where it has a verb by then.
    """
    verbs, opening = False, _apposition_start(line, index - 1) if closed else None
    for at in range(index - 1, max(index - 14, -1), -1):
        if opening is not None and opening <= at < index:
            continue  # "who met the mayor, Ann Orme, on Monday, has said"
        if line.tags[at] in ("stop", "quote"):
            return closed and line.words[at] == "," and line.tag(at + 1) == "ed"  # "Orme, elected in May, told a rally"
        verbs = verbs or line.tags[at] in VERBAL or line.tags[at] in AUXILIARY
        if line.words[at] == "that" and line.tag(at - 1) in VERBAL and line.lemma(at - 1) in words().reporting:
            return False  # "was first to report that she spoke on Monday, in a call with donors"
        if line.words[at] in ("who", "which", "whose", "whom", "that") and line.tags[at] != "determiner":
            return closed or (ended and verbs)
    return closed and _opens_with_participle(line)


def in_contact_clause(line: Line, first: int, last: int) -> bool:
    """Whether a time ends a clause without "which" before its noun's verb: "the inquiry he ordered in May has"."""
    verb = first - 1 - (line.tag(first - 1) == "preposition")
    follows = last + 1 + (line.tag(last + 1) == "adverb")
    pronoun = verb - 1
    while line.tag(pronoun) in AUXILIARY or line.tag(pronoun) == "adverb":
        pronoun -= 1
    told = line.tag(verb) == "ed" and line.tag(pronoun) == "pronoun" and line.tag(pronoun - 1) == "word"
    return told and line.tag(follows) in AUXILIARY


def _apposition_start(line: Line, index: int) -> int | None:
    """The comma that opens a name between commas, the second of which stands at a word or before its preposition."""
    closing = index - (line.tag(index) == "preposition")
    if line.word(closing) != ",":
        return None
    for at in range(closing - 1, max(closing - SHORT, 0), -1):
        if line.words[at] == ",":
            return at if at + 1 < closing else None
        if line.tags[at] not in ("word", "determiner", "possessive", "preposition"):
            return None
    return None


def _opens_with_participle(line: Line) -> bool:
    """Whether a sentence opens with what was done to its subject: "First elected in 1974, Orme told a rally"."""
    if line.tag(0) in ("adverb", "word") and line.tag(1) == "ed":
        return True
    return line.word(0).endswith("ed") and line.tag(1) in ("preposition", "to")
