"""Questions about the words that stand beside a trigger, of which its modality hangs on the answers."""

from transforms.events.clauses import clause_end, clause_start, group_at
from transforms.events.phrases import phrase_words
from transforms.events.stances import noun_moves, words
from transforms.events.tagging import AUXILIARY, REACH, VERBAL, Line

SAID = 6
"""Words that an aside that only tells who says so may have, with its commas."""
FORWARDED = 9
"""Words between a verb that sends a thing on and what is to be done with it."""
JOINED = 7
"""Words behind a thing in which the auxiliary stands that has it for its subject."""
LONG = 18
"""Words that an aside between commas may have."""


def behind_aside(line: Line, comma: int) -> int | None:
    """The auxiliary that goes on about a subject behind an aside: "A ballot, of which more later, is to be held".

    What an aside tells to have come about has done so: "The strike, which shut the port, was called by dockers".
    """
    if line.word(comma) != ",":
        return None
    led = line.tag(comma + 1) == "relative" and line.tag(comma + 2) in AUXILIARY
    opened = led or line.tag(comma + 1) == "ed" or "relative" in line.tags[comma + 2 : comma + 5]
    closing = next((at for at in range(comma + 2, min(comma + LONG, len(line))) if line.words[at] == ","), None)
    if (
        closing is not None and closing - comma < SAID and line.tag(closing + 1) == "modal"
    ):  # "the summit, she said, will"
        opened = opened or any(
            line.tags[at] in VERBAL and line.lemma(at) in words().reporting for at in range(comma + 1, closing)
        )
    if not opened or closing is None:
        return None
    after = closing + 1 + (line.tag(closing + 1) == "adverb")
    return after if line.tag(after) in AUXILIARY else None


def opening_comma(line: Line, closing: int) -> int:
    """The comma that opens what one closes, behind which a clause of its own stands: ", who denies it,"."""
    opening = next(at for at in range(closing - 1, -1, -1) if line.words[at] == ",")
    return opening if line.tag(opening + 1) == "relative" else closing


def asking_for(line: Line, at: int) -> int | None:
    """The noun that asks by a preposition for those who are to act.

    "demands for Mr Hale to go", "calls are growing for her to go", "pressure on the minister to resign".
    """
    noun = at - 1
    while noun > at - 4 and (line.tag(noun) in AUXILIARY or line.tag(noun) in ("ed", "ing")):
        noun -= 1
    if line.words[at] == "on":
        return noun if line.word(noun) == "pressure" else None
    return noun if noun_moves(line.word(noun), "for") == "possible" and line.tag(noun) in ("word", "verb") else None


def has_no_part(line: Line, verb: int, preposition: int) -> bool:
    """Whether a verb only denies that somebody has to do with a thing: "was not involved in the strike"."""
    group = group_at(line, verb)
    known = line.word(preposition + 1) in phrase_words().pointing and group.negated and group.modal is None
    away = line.word(preposition) in ("from", "with") and not group.infinitive  # "has not recovered from the strike"
    return known and (away or (group.be and line.tag(verb) == "ed"))


def dated_for(line: Line, verb: int, preposition: int) -> bool:
    """Whether a passive tells of the day or plan of a thing, be there one or not: "no date was set for the vote"."""
    group = group_at(line, verb)
    subject = line.word(group.start - 1)
    return line.word(preposition) == "for" and group.be and noun_moves(subject) == "planned"


def forwarded_for(line: Line, preposition: int) -> bool:
    """Whether something goes on to those who are to do a thing: "goes to the senate for a vote this week"."""
    if line.word(preposition) != "for":
        return False
    for at in range(preposition - 1, max(preposition - FORWARDED, -1), -1):
        if line.tags[at] in VERBAL:
            came = line.tags[at] == "ed" and line.lemma(at) in ("go", "come", "return", "move")
            return line.lemma(at) in words().forwarding and not came and "to" in line.words[at + 1 : preposition]
        if line.tags[at] in ("stop", "quote", "relative", "subordinator") or line.tags[at] in AUXILIARY:
            return False
    return False


def voting_in(line: Line, preposition: int) -> int | None:
    """The verb of a vote that is taken in a thing: "would be voting against him in a confidence motion"."""
    verbs = (at for at in range(preposition - 1, clause_start(line, preposition) - 1, -1) if line.tags[at] in VERBAL)
    verb = next(verbs, None)
    return verb if verb is not None and line.lemma(verb) == "vote" else None


def transitive(line: Line, verb: int) -> bool:
    """Whether an infinitive has an object, so that it says what a motion is for: "a motion to delay the bill"."""
    return line.tag(verb + 1) in ("determiner", "possessive", "pronoun")


def undone_by(line: Line, index: int) -> bool:
    """Whether the verb right before a thing that was to come undoes it: "called off a strike planned for Friday"."""
    called = line.word(index) == "off" and line.lemma(index - 1) == "call"
    if not called and (line.tag(index) not in VERBAL or words().verbs.get(line.lemma(index)) != "negated"):
        return False
    group = group_at(line, index - called)
    return not group.negated and words().modals.get(group.modal or "") != "possible"


def begins_what_is_said(line: Line, verb: int, last: int) -> bool:
    """Whether a thing is the subject of what a verb before it says: "the union said the strike would begin"."""
    said = line.tag(verb) in VERBAL and line.lemma(verb) in words().reporting
    return said and line.tag(last + 1) in AUXILIARY


def joins_clause(line: Line, joining: int, last: int) -> bool:
    """Whether a word joins a clause whose subject a thing is: "will be named tonight but the report was released"."""
    if line.tag(joining) != "conjunction":
        return False
    for at in range(last + 1, min(last + 1 + JOINED, clause_end(line, last))):
        if line.tags[at] in AUXILIARY:
            return line.tags[at] != "be" or line.words[at] in ("is", "are", "was", "were")
        if line.tags[at] in VERBAL or line.tags[at] in ("to", "conjunction", "pronoun"):
            return False
    return False


def leaves_out_of(line: Line, verb: int, preposition: int) -> bool:
    """Whether a verb only takes something else out of a thing: "dropped from its budget some of the rises"."""
    leaving = line.words[preposition] == "from" and line.tag(preposition + 1) != "ing"
    return leaving and words().verbs.get(line.lemma(verb)) == "negated"


def decided_by(line: Line, start: int, first: int) -> int | None:
    """The verb of what a vote, told with its numbers, decides: "shelved on a 49 to 38 vote a plan to halve aid"."""
    at = start - 1
    if line.word(at) == "to" and line.tag(at - 1) == "number":
        at -= 3 if line.tag(at - 2) == "determiner" else 2
    elif "number" not in line.tags[start:first]:
        return None
    decides = line.word(at) in ("on", "by", "with", "in") and line.tag(at - 1) in ("ed", "verb")
    return at - 1 if decides else None


def by_means(line: Line, by: int) -> int | None:
    """The verb of what is done, or may be, by doing a thing: "could end the row by resigning".

    What only says which calls or plans there are is passed over: "answered calls to quit by calling an election".
    """
    if line.word(by) != "by":
        return None
    for at in range(by - 1, clause_start(line, by) - 1, -1):
        if line.tags[at] in VERBAL and not (line.tags[at] == "ing" and not group_at(line, at).be):
            group = group_at(line, at)
            if not (group.infinitive and noun_moves(line.word(group.start - 1)) is not None):
                return at
    return None


def deed_timed(line: Line, index: int) -> int | None:
    """The verb of what will be done before or after a thing: "will decide after meeting the union"."""
    if line.word(index) not in ("before", "after"):
        return None
    for at in range(index - 1, max(index - REACH, -1), -1):
        if line.tags[at] in ("ed", "verb"):
            return at if group_at(line, at).modal in ("will", "'ll", "would") else None
        if line.tags[at] in ("quote", "relative", "subordinator") or line.words[at] in (";", ":", "-"):
            return None
    return None


def menaced_by(line: Line, verb: int, by: int) -> bool:
    """Whether a thing is what something is put in danger by: "was threatened by a strike"."""
    return line.words[by] == "by" and words().verbs.get(line.lemma(verb)) == "possible"
