"""Times that stand beside a trigger and are told of something else."""

from collections.abc import Set
from functools import cache

from transforms.events.clauses import clause_end, clause_start, group_at, main_verb, phrase_start
from transforms.events.figures import of_figure
from transforms.events.messages import in_message
from transforms.events.morphology import forms_of
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

LONG_ASIDE = 6
"""Words from the one that leads to a thing in an aside."""
LONG_RANK = 6
"""Words before "since" among which one says what stands out."""
OPENING = 4
"""Words up to the end of a time that opens a sentence: "But on the same day"."""
LONG_NAME = 4
"""Words that a thing's name may have after the year it is for: "the 2026 state school funding bill"."""


def told_elsewhere(hit: Hit, timex: Timex) -> bool:
    """Whether a time expression in the sentence of a trigger surely belongs to something else."""
    noun = hit.part == "noun"
    return (
        (noun and _in_tidings(hit.line, hit.first))
        or (noun and _names_it(hit, timex))
        or (noun and _only_compares(hit, timex))
        or (noun and hit.entry.event.family == "membership" and _is_ended(hit))
        or _names_another(hit, timex)
        or _in_its_period(hit, timex)
        or of_figure(hit, timex)
        or in_message(hit, timex)
        or _led_by(hit.line, timex, phrase_words().force)
        or (_led_by(hit.line, timex, phrase_words().effect) and told_as_past(hit) and not _is_to_do(hit))
        or (noun and _has_record_date(hit))
        or (noun and _ranked_since(hit.line, timex))
        or _is_deadline(hit.line, timex)
        or _of_a_title(hit, timex)
        or _is_put_to(hit, timex)
        or (noun and _before_condition(hit, timex))
        or (noun and _behind_aside(hit, timex))
        or (noun and _in_its_purpose(hit, timex))
        or _of_noun_since(hit, timex)
    )


def of_another_deed(line: Line, timex: Timex) -> bool:
    """Whether a day is only that of another deed: "on the day the council voted", "the same day as the march"."""
    day = line.at(max(timex.end - 1, timex.start))
    if timex.grain != "day" or line.word(day) != "day" or line.word(day - 1) not in ("the", "same", "very"):
        return False
    if opens_alone(line, day):
        return False
    follows = line.tag(day + 1) in ("relative", "determiner", "pronoun")
    return follows or line.word(day + 1) in ("of", "as", "when")


def opens_alone(line: Line, day: int) -> bool:
    """Whether "the same day" tells the time of the one clause that it opens: "The same day the council voted"."""
    told = line.word(day - 1) == "same" and line.word(day + 1) not in ("as", "that", "of", "when")
    return told and day <= OPENING and "," not in line.words[day + 1 :]


def _in_tidings(line: Line, first: int) -> bool:
    """Whether a trigger stands in "news of the motion", whose time is that of the news."""
    start = phrase_start(line, first)
    return line.word(start - 1) == "of" and line.word(start - 2) in phrase_words().tidings


def _names_it(hit: Hit, timex: Timex) -> bool:
    """Whether a year or years only say what a thing is for or which one: "the 2024/25 plan", "the Act of 1978"."""
    line, after = hit.line, hit.line.at(timex.end - 1) + 1
    if timex.rule == "year-range" and after == hit.first:
        return True
    of = line.at(timex.start) - 1
    if timex.grain == "year" and line.word(of) == "of" and line.word(of - 1) in phrase_words().made:
        return True
    if timex.grain != "year" or not after <= hit.last < after + LONG_NAME or phrase_start(line, hit.first) > after:
        return False
    return any(word in phrase_words().periodic for word in line.words[after : hit.last + 1])


def _names_another(hit: Hit, timex: Timex) -> bool:
    """Whether years say which one a thing is of which more is told: "the 2023/24 labour survey"."""
    line, at = hit.line, hit.line.at(timex.start)
    if timex.rule != "year-range" or line.tag(hit.line.at(timex.end - 1) + 1) != "word":
        return False
    inside = phrase_start(line, hit.first) <= at <= hit.last
    return not (inside and hit.type == "protest")


def _in_its_period(hit: Hit, timex: Timex) -> bool:
    """Whether a time says for which period a decision or text holds.

    "a budget for 2026", "the plan for fiscal 2026, starting Oct. 1".
    """
    if hit.entry.event.family not in ("decision", "publication"):
        return False
    line, at = hit.line, hit.line.at(timex.start)
    if timex.grain == "year" and at > hit.last:
        return line.word(at) == "fiscal" or (line.word(at - 1) == "for" and hit.entry.event.family == "decision")
    at -= line.word(at - 1) == "on"
    return at - 2 > hit.last and line.word(at - 1) in phrase_words().bounding and timex.grain in ("day", "month")


def _only_compares(hit: Hit, timex: Timex) -> bool:
    """Whether a time only says since when nothing was like it: "the largest strike since 1926"."""
    return hit.line.word(hit.line.at(timex.start) - 1) == "since" and _is_most(hit)


def only_ranks(hit: Hit, timex: Timex) -> bool:
    """Whether a time only says among what a thing stands out: "the biggest strike of the year"."""
    at = hit.line.at(timex.start)
    return at - 2 == hit.last and hit.line.word(at - 1) == "of" and _is_most(hit)


def numbers_among(line: Line, timex: Timex) -> bool:
    """Whether a time only says among what things one is numbered: "the strike, the third this year"."""
    at = line.at(timex.start)
    return line.word(at - 2) in ("the", "its", "their", "his", "her") and line.word(at - 1) in phrase_words().ordinals


def _is_to_do(hit: Hit) -> bool:
    """Whether a trigger is an infinitive: "announced his intention to retire effective 1 May"."""
    return hit.part == "verb" and group_at(hit.line, hit.first).infinitive


def _is_deadline(line: Line, timex: Timex) -> bool:
    """Whether a time is only one until which something waits: "a deadline of May", "set Friday as the deadline"."""
    at, behind = line.at(timex.start), line.at(timex.end - 1) + 1
    led = line.word(at - 1) in ("of", "for") and line.word(at - 2) == "deadline"
    return led or (line.word(behind) == "as" and "deadline" in line.words[behind + 1 : behind + 4])


def _has_record_date(hit: Hit) -> bool:
    """Whether a time is that of who may vote at a thing: "the record date for the annual meeting is 15 May"."""
    start = phrase_start(hit.line, hit.first)
    return hit.line.words[max(start - 3, 0) : start] == ["record", "date", "for"]


def _is_put_to(hit: Hit, timex: Timex) -> bool:
    """Whether figures are as of a time, or a term is drawn out to it: "an order extending to 20 April the filing"."""
    line, at = hit.line, hit.line.at(timex.start)
    if line.words[max(at - 2, 0) : at] == ["as", "of"]:
        return True
    if line.word(at - 1) not in ("to", "until", "from") or hit.type in ("meeting", "protest"):
        return False
    return any(line.lemma(k) == "extend" and not hit.first <= k <= hit.last for k in range(max(at - 4, 0), at - 1))


def _before_condition(hit: Hit, timex: Timex) -> bool:
    """Whether a day stands before what all hangs on: "will take the firm over on 1 July, subject to a vote"."""
    line, start = hit.line, phrase_start(hit.line, hit.first)
    if line.words[max(start - 3, 0) : start] != [",", "subject", "to"] or timex.grain not in ("day", "part"):
        return False
    at = line.at(timex.start)
    return at < start - 3 and line.word(at - 1) not in ("by", "before")


def _of_a_title(hit: Hit, timex: Timex) -> bool:
    """Whether a time only belongs to a title: "was named coach of the year"."""
    line, at = hit.line, hit.line.at(timex.start)
    whole = timex.rule == "in-hand" and timex.grain in ("year", "month", "season")
    return whole and line.word(at - 1) == "of" and line.tag(at - 2) == "word" and at - 2 > hit.last


def _behind_aside(hit: Hit, timex: Timex) -> bool:
    """Whether a time behind a comma is that of the sentence beside which a thing is told.

    "The sale, subject to a vote, is due in May"; "Although the election is near, most asked this morning were calm".
    """
    line, at, known = hit.line, hit.line.at(timex.start), phrase_words()
    comma = next((index for index in range(hit.last + 1, at) if line.words[index] == ","), None)
    if comma is None or not any(tag in VERBAL or tag in AUXILIARY for tag in line.tags[comma:at]):
        return False
    if _in_participial_aside(line, hit.first):
        return True
    if line.word(0) in known.conceding and "," not in line.words[: hit.first]:
        return True
    led = range(hit.first - 1, max(hit.first - LONG_ASIDE, -1), -1)
    lead = next((index for index in led if line.words[index] in known.aside), None)
    stopped = ("stop", "quote", "relative", "subordinator")
    if lead is None or any(tag in stopped or tag in AUXILIARY for tag in line.tags[lead:comma]):
        return False
    return lead == 0 or line.words[lead - 1] == ","


def _in_participial_aside(line: Line, index: int) -> bool:
    """Whether a word stands in what a participle opens behind a comma: "the plan, announced after a board meeting,"."""
    comma = next((at for at in range(index - 1, max(index - 1 - LONG_ASIDE, 0), -1) if line.words[at] == ","), None)
    return comma is not None and line.tags[comma + 1] == "ed" and line.tag(comma - 1) == "word"


def _in_its_purpose(hit: Hit, timex: Timex) -> bool:
    """Whether a time says how long what is decided on is to hold: "a bill to extend the tax break through 2030"."""
    line, at = hit.line, hit.line.at(timex.start)
    if hit.entry.event.family != "decision" or line.tag(hit.last + 1) != "to" or line.tag(hit.last + 2) not in VERBAL:
        return False
    return at > hit.last and (
        line.word(at - 1) in ("through", "until", "beyond", "till")
        or timex.text.lower().split()[0] in ("through", "until", "beyond", "till")
    )


def _ranked_since(line: Line, timex: Timex) -> bool:
    """Whether a time only says since when a figure has stood out: "reach its highest rate since 1990"."""
    since = line.at(timex.start) - 1
    if line.word(since) != "since" or line.tag(since - 1) != "word":
        return False
    return any(_superlative(word) for word in line.words[max(phrase_start(line, since - 1), since - LONG_RANK) : since])


def _of_noun_since(hit: Hit, timex: Timex) -> bool:
    """Whether a time says since when there has been something else, told before a trigger or in an aside behind it.

    "Eight of the 14 killings since 2013 were looked into"; "Fox, a director since 1991, said he was resigning"; "was
    succeeded by Peter Lund, president of the unit since 1984".
    """
    line, at = hit.line, hit.line.at(timex.start)
    behind = line.at(timex.end - 1) + 1
    if at > hit.last:
        comma = next((k for k in range(at - 2, max(at - LONG_ASIDE - 3, hit.last), -1) if line.words[k] == ","), None)
        described = comma is not None and line.word(at - 1) == "since" and line.tag(comma - 1) in ("word", "number")
        return described and not any(tag in VERBAL or tag in AUXILIARY for tag in line.tags[comma : at - 1])
    if behind > hit.first or line.word(at - 1) != "since" or line.tag(at - 2) != "word":
        return False
    if line.word(behind) == ",":
        return line.word(phrase_start(line, at - 2) - 1) == ","
    return line.tag(behind) in AUXILIARY and line.tag(behind) not in ("have", "modal")


def _superlative(word: str) -> bool:
    return word.endswith("est") or word in ("first", "worst", "only", "most", "best")


def _is_most(hit: Hit) -> bool:
    start = phrase_start(hit.line, hit.first)
    ordinal = 2 if hit.line.word(start) == "such" else 0  # "the first such strike"
    described = hit.line.words[max(start - ordinal, 0) : hit.first]
    return any(_superlative(word) for word in described)


def _is_ended(hit: Hit) -> bool:
    """Whether a thing is the object, or the subject of the passive, of a verb that ends it."""
    line = hit.line
    before = phrase_start(line, hit.first) - 1
    if line.tag(before) in VERBAL:
        return line.word(before) in _ending()
    behind = next((at for at in range(hit.last + 1, clause_end(line, hit.last)) if line.tags[at] in VERBAL), None)
    return behind is not None and line.words[behind] in _ending() and group_at(line, behind).be


@cache
def _ending() -> frozenset[str]:
    return forms_of(phrase_words().ending)


def _led_by(line: Line, timex: Timex, leads: Set[str]) -> bool:
    """Whether words of a list lead to a time: "effective 1 May", "for holders of record on 1 May"."""
    at = line.at(timex.start)
    before = " ".join(line.words[max(at - 4, 0) : at])
    return any(before == lead or before.endswith(f" {lead}") for lead in leads)


def of_past_deed(hit: Hit, timex: Timex) -> bool:
    """Whether a time before what is ahead says when that was told or settled.

    "On Monday the mayor said he would resign"; "said Monday he would resign"; "summoned him on Monday to testify", but
    not "On Monday the council is expected to vote".
    """
    line = hit.line
    first, last = line.at(timex.start), line.at(max(timex.end - 1, timex.start))
    start = phrase_start(line, hit.first)
    if last >= hit.first or (hit.part == "noun" and line.word(start - 1) in ("in", "at", "during")):
        return False
    verbs = (at for at in range(last + 1, hit.first) if line.tags[at] in VERBAL or line.tags[at] in AUXILIARY)
    verb = next(verbs, None)
    if (saying := _says_then(line, first, last)) is not None:
        verb = saying
    elif line.tag(last + 1) == "to":
        verb = next((at for at in range(first - 1, -1, -1) if line.tags[at] in VERBAL), None)
    elif verb is None or any(line.tags[at] in ("relative", "subordinator") for at in range(last + 1, verb)):
        return False
    if verb is None or line.tag(verb) != "ed" or line.word(verb) in words().expected:
        return False
    group = group_at(line, verb)
    return not group.infinitive and group.modal is None and verb < group_at(line, hit.first).start


def _says_then(line: Line, first: int, last: int) -> int | None:
    """The verb of saying that a time stands behind, as nothing of what is said: "said on Monday", "said Monday he"."""
    verb = first - 2 if line.tag(first - 1) == "preposition" else first - 1
    said = line.tag(verb) == "ed" and line.lemma(verb) in words().reporting
    return verb if said and line.tag(last + 1) in ("pronoun", "relative", "determiner", "word") else None


def past_form(hit: Hit) -> bool:
    """Whether a trigger is a past form of a verb, alone or at the start of a phrase ("left the party")."""
    phrase = hit.form == "fixed" and hit.part == "verb" and hit.line.tag(hit.first) == "ed"
    return phrase or hit.form in ("past", "participle")


def told_as_past(hit: Hit) -> bool:
    """Whether the clause of a trigger is in the past tense."""
    line = hit.line
    if past_form(hit):
        return True
    main = main_verb(line, hit.first) if hit.part == "verb" and line.tag(hit.first) == "ing" else None
    if main is not None:
        return line.tags[main] == "ed" and group_at(line, main).modal is None
    clause = range(clause_start(line, hit.first), clause_end(line, hit.last))
    if any(line.tags[index] == "modal" or line.words[index] in ("is", "are", "being") for index in clause):
        return False
    return any(line.tags[index] == "ed" or line.words[index] in ("was", "were", "had") for index in clause)
