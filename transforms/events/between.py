"""What the words between a trigger and a time expression cost, of which those that open another clause cost most."""

from transforms.events.clauses import phrase_start
from transforms.events.stances import noun_moves, words
from transforms.events.tagging import AUXILIARY, VERBAL, Line, Tag, grammar

TOO_FAR = 24
"""Cost above which a time expression says nothing of a trigger."""
BARRIER = 13
"""Cost of what opens another clause between the two."""
LONG_SUBJECT = 6
"""Words behind "and" within which a clause of its own has its verb."""
LONG_APPOSITION = 9
"""Words that an apposition between commas may have."""
LONG_PARTICIPLE = 18
"""Words that a participle between commas may have with what belongs to it."""
_OF_SUBJECT: frozenset[Tag] = frozenset({"determiner", "word", "number", "possessive"})


def between(line: Line, low: int, high: int, *, opening: bool, own: int) -> int:
    """The cost of the words between; a time that opens the sentence reaches its main clause for little.

    Of what stands before the word `own` nothing tells whether a clause has its verb by then.
    """
    cost, index, verbs = 0, low, 0
    while index < high:
        tag = line.tags[index]
        if line.words[index] == '"':
            end = _quotation_end(line, index + 1, high)
            if end is not None:
                index, cost = end + 1, cost + 4
                continue
        if tag == "stop" and line.word(index) == "," and line.tag(index + 1) == "relative":
            end = _parenthesis_end(line, index + 1, high)
            if end is not None:
                index, cost = end + 1, cost + 4
                continue
        aside = _apposition_end(line, index, high) if tag == "stop" and line.word(index) == "," else None
        if aside is not None:
            index, cost = aside + 1, cost + 4
            continue
        if tag == "stop" and own and _of_another(line, index, low, verb=own < low):
            cost += TOO_FAR
        if tag == "relative" and line.tag(index - 1) in VERBAL and not opening:
            cost += BARRIER
        if line.words[index] in ("as", "when", "while"):
            cost += 2
        elif (line.words[index] == "since" and not (own < low and index == high - 1)) or (
            tag == "pronoun" and own and _starts_clause(line, index)
        ):
            cost += TOO_FAR
        elif line.words[index] == "pending" and not own and line.tag(index + 1) == "determiner":
            cost += TOO_FAR  # "stood aside in May pending the inquiry"
        elif not own and line.words[index] in ("whether", "if") and "," not in line.words[index:high]:
            cost += TOO_FAR  # "will meet on Monday to decide whether to hold a ballot"
        elif own and line.words[index] == "until" and any(tag in VERBAL for tag in line.tags[index + 1 : high]):
            cost += TOO_FAR  # "will be chairman until he retires in May"
        elif tag == "to" and _of_noun(line, index):
            cost += BARRIER
        elif (
            not own
            and line.words[index] == "but"
            and line.tag(index + 1) not in VERBAL
            and _comes_to_nothing(line, index)
        ):
            cost += 1  # "was due on Monday, but the vote was put off"
        elif tag == "conjunction" and _opens_clause(line, index, high, own):
            cost += BARRIER if opening else TOO_FAR
        elif tag in ("relative", "subordinator"):
            ends = own and index == high - 1 and line.words[index] in ("before", "until")
            cost += 1 if ends else BARRIER  # "is expected before Christmas"
        elif tag in ("stop", "quote") and line.words[index] not in ("-", "'", "$", "%"):
            cost += 1 if opening and not verbs else 4
        elif tag in VERBAL and line.lemma(index) in ("follow", "precede"):
            own_verb = not own or index > low or index + 2 < high  # but not "and a bill followed in December"
            cost += TOO_FAR if own_verb else 1
        elif tag in ("ed", "verb"):
            cost += 1 if opening and not verbs else 3
            verbs += 1
        else:
            cost += 0 if opening and not verbs else 1
        index += 1
    return cost


def _comes_to_nothing(line: Line, but: int) -> bool:
    """Whether "but" leads to what has not come about, as was planned before it."""
    known, behind = words(), range(but + 1, min(but + LONG_SUBJECT + 2, len(line)))
    return any(
        line.tags[at] == "negation"
        or (
            line.tags[at] in VERBAL
            and (known.verbs.get(line.lemma(at)) == "negated" or line.lemma(at) in known.deferring)
        )
        for at in behind
    )


def _parenthesis_end(line: Line, start: int, high: int) -> int | None:
    """The comma that ends a relative clause between commas, and stands in no list: "as chairman, clerk and ..."."""
    for index in range(start, high):
        if line.words[index] == "," and not _lists(line, index):
            return index
    return None


def _lists(line: Line, comma: int) -> bool:
    """Whether a comma stands between the parts of a list that "and" or "or" ends."""
    at = comma + 1
    while at < comma + LONG_SUBJECT and line.tag(at) in _OF_SUBJECT:
        at += 1
    return (
        at > comma + 1
        and line.tag(comma - 1) == "word"
        and line.word(at) in ("and", "or")
        and line.tag(at + 1) in _OF_SUBJECT
    )


def _apposition_end(line: Line, start: int, high: int) -> int | None:
    """The comma that ends an apposition: ", the third since Easter,", ", triggered by a resignation in May, will"."""
    if line.tag(start + 1) == "ed" and line.tag(start - 1) in ("word", "number"):
        return participle_end(line, start, high)
    if line.tag(start + 1) != "determiner":
        return None
    for index in range(start + 1, min(start + LONG_APPOSITION, high)):
        if line.words[index] == ",":
            return index if line.tag(index + 1) not in ("determiner", "conjunction", "word", "number") else None
        if line.tags[index] in AUXILIARY or line.tags[index] in ("relative", "stop", "quote"):
            return None
    return None


def participle_end(line: Line, start: int, high: int) -> int | None:
    """The comma behind what was done to the subject of a verb that follows at once: ", called by dockers, begins"."""
    for index in range(start + 2, min(start + LONG_PARTICIPLE, high)):
        if line.words[index] == "," and not _lists(line, index):
            behind = index + 1 + (line.tag(index + 1) == "adverb")
            return index if line.tag(behind) in AUXILIARY or line.tag(behind) in ("ed", "verb") else None
        if line.tags[index] == "quote" or line.words[index] in (".", ";", ":"):
            return None
    return None


def _of_another(line: Line, comma: int, low: int, *, verb: bool) -> bool:
    """Whether a comma opens what is told of somebody named before it: "backed Mr Hale, who was sacked in May".

    "backed Mr Hale, sacked in May" is told so of a verb alone; of a noun it may be said when it was made.
    """
    if comma == low:
        return False
    at = comma + 1
    if line.word(at) in ("who", "whose", "whom"):
        return True
    return verb and line.word(comma) == "," and line.tag(at) == "ed" and line.tag(comma - 1) == "word"


def _quotation_end(line: Line, start: int, high: int) -> int | None:
    """The mark that ends a quotation, which as a whole stands for one thing that is said."""
    return next((index for index in range(start, high) if line.words[index] == '"'), None)


def _opens_clause(line: Line, index: int, high: int, own: int) -> bool:
    """Whether "and" joins a clause with its own subject: an auxiliary or verb follows within a few words of one.

    It joins two halves of one subject where there is no verb by then: "talks with the mill and the bank are to end".
    """
    if line.tag(index + 1) in VERBAL or line.tag(index + 1) in AUXILIARY or line.word(index + 1) in grammar().verbs:
        return False
    if any(line.tags[at] in AUXILIARY for at in range(index + 2, min(index + 6, high))):
        if line.tag(index - 1) == "stop":
            return True
        return _has_verb(line, index, own) or (own > 0 and _has_verb(line, phrase_start(line, own - 1), 0))
    at = index + 1
    while at < index + LONG_SUBJECT + 2 and (line.tag(at) in _OF_SUBJECT or line.word(at) == "of"):
        at += 1
    finite = line.tag(at) in AUXILIARY or line.tag(at) in ("ed", "verb")
    if index + 1 == at or not finite:
        return False
    governed = own > 0 and line.tag(index - 1) == "stop" and _has_verb(line, phrase_start(line, own - 1), 0)
    return governed or _has_verb(line, index, own)


def _has_verb(line: Line, index: int, own: int) -> bool:
    """Whether the clause that ends before a word has its verb by then: "was charged in December and ..."."""
    verb, last = False, index - 1 - (line.tag(index - 1) == "stop")
    for at in range(last, max(index - 14, own - 1, -1), -1):
        if line.tags[at] in ("relative", "subordinator") and line.words[at] != "as":
            return False
        if line.tags[at] in ("stop", "quote"):
            break
        verb = verb or line.tags[at] in AUXILIARY or line.tags[at] in ("ed", "verb")
    return verb


def _starts_clause(line: Line, index: int) -> bool:
    """Whether a pronoun is the subject of a clause of its own: "told the meeting he would leave in May"."""
    follows = index + 1 + (line.tag(index + 1) == "adverb")
    finite = line.tag(follows) in AUXILIARY or line.tag(follows) in ("ed", "verb")
    return finite and line.tag(index - 1) not in ("relative", "subordinator", "conjunction", "stop")


def _of_noun(line: Line, to: int) -> bool:
    """Whether an infinitive hangs on a noun that looks ahead: "talks on Monday on the plan to hold a vote"."""
    return noun_moves(line.word(to - 1)) is not None and line.tag(to + 1) in VERBAL and line.tag(to - 1) == "word"
