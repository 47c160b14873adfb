"""Times that stand in what a document says or a gathering is told: "fees will rise in 2028, Orme told the meeting"."""

from transforms.events.between import participle_end
from transforms.events.clauses import group_at, phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line, Tag
from transforms.events.triggers import Hit
from transforms.records import Timex

_ENDS = (".", ",", '"', "")
LONG_AUDIENCE = 6
"""Words from a verb of saying to the gathering at which somebody is told."""
LONG_NAME = 12
"""Words of the name of who says something, or between "according to" and a document."""
_OF_NAME: frozenset[Tag] = frozenset({"word", "determiner", "preposition", "conjunction", "possessive", "number"})
_WHERE = ("at", "in", "to", "during")
_OPENS_CONTENT: frozenset[Tag] = frozenset({"word", "determiner", "pronoun", "number", "relative", "ed", "ing"})


def in_message(hit: Hit, timex: Timex) -> bool:
    """Whether a time stands in what is said in a document, or at a gathering, and so is not that of either."""
    if hit.entry.event.family == "assembly":
        return _told_before(hit, timex)
    return _quoted_before(hit, timex) or (hit.entry.event.family == "publication" and _says_after(hit, timex))


def _told_before(hit: Hit, timex: Timex) -> bool:
    """Whether a time stands in what a gathering is told: "results due in August, Ms Orme told the annual meeting"."""
    line, start = hit.line, phrase_start(hit.line, hit.first)
    verb = hit.first if hit.part == "verb" else start - 1 if line.lemma(start - 1) == "tell" else start - 2
    if verb == start - 2 and line.word(start - 1) not in _WHERE:
        return False
    while start - verb < LONG_AUDIENCE and line.tag(verb) in ("word", "determiner", "possessive"):
        verb -= 1  # "told shareholders at the meeting"
    if line.tag(verb) not in VERBAL or line.lemma(verb) not in words().reporting:
        return False
    subject = phrase_start(line, verb - 1)
    first, last = line.at(timex.start), line.at(max(timex.end - 1, timex.start))
    if line.word(subject - 1) not in (",", '"') or first >= subject:
        return False
    opens = first < 2 and line.word(last + 1) == ","
    full = any(tag in ("ed", "verb") or tag in AUXILIARY for tag in line.tags[: subject - 1])
    return full and not opens and line.tag(0) not in ("subordinator", "preposition")


def _quoted_before(hit: Hit, timex: Timex) -> bool:
    """Whether a time stands in what a document is quoted with.

    "fees will rise in 2028, the report said"; "fees will rise in 2028, the bank said in a report".
    """
    line, verb = hit.line, hit.last + 1 if hit.part == "noun" else hit.first
    start = phrase_start(line, hit.first)
    source = _source(line, start) if hit.part == "noun" and hit.entry.event.family != "assembly" else None
    if source is not None and source > 1:
        return line.at(timex.start) < source  # "fees will rise in 2028, according to a report"
    if hit.part == "noun" and line.word(start - 2) == "," and _reports(line, start - 1):
        return line.at(timex.start) < start - 2  # "fees will rise in 2028, said the report"
    if line.word(verb) in _ENDS and hit.entry.event.family == "publication":
        start = phrase_start(line, hit.first)
        verb = start - 1 if line.word(start) == "in" else start - 2
    elif line.word(verb + 1) not in _ENDS:
        return False
    if line.lemma(verb) not in words().reporting:
        return False
    start = phrase_start(line, verb - 1)
    while start > 0 and verb - start < LONG_NAME and line.tag(start - 1) in _OF_NAME:
        start -= 1
    return line.word(start - 1) in (",", '"') and line.at(timex.start) < start


def _whole_phrase(line: Line, first: int) -> int:
    """The first word of a phrase with "and" in its name: "In its World Trade and Output Report"."""
    start = phrase_start(line, first)
    while start > 2 and line.word(start - 1) == "and" and line.tag(start - 2) == "word":
        start = phrase_start(line, start - 2)
    return start


def _source(line: Line, start: int) -> int | None:
    """Where "according to" stands that leads to a document: "according to data in its report"."""
    for at in range(start - 1, max(start - LONG_NAME, 0), -1):
        if line.words[at - 1 : at + 1] == ["according", "to"]:
            return at - 1
        if line.tags[at] in VERBAL or line.tags[at] in AUXILIARY or line.tags[at] in ("stop", "quote"):
            return None
    return None


def _reports(line: Line, at: int) -> bool:
    return line.tag(at) in VERBAL and line.lemma(at) in words().reporting


def _says_after(hit: Hit, timex: Timex) -> bool:
    """Whether a time stands in what a document is said to say.

    "the report said that trials held in May had failed"; "In its report the bank said prices rose in 2023"; "the bank
    said in its report prices rose in 2023".
    """
    line = hit.line
    until = line.at(timex.start)
    made = line.word(hit.last + 1) == "," and line.tag(hit.last + 2) == "ed"
    behind = (made and participle_end(line, hit.last + 1, until)) or hit.last
    verbs = [at for at in range(behind + 1, until) if line.tags[at] in VERBAL]
    if hit.part != "noun" or line.word(hit.first) == "in":
        return _says_itself(hit, until)
    if not verbs:
        return False
    reports = line.lemma(verbs[0]) in words().reporting or line.lemma(verbs[0]) in phrase_words().showing
    if line.word(0) == "in" and _whole_phrase(line, hit.first) < 2 and until > verbs[0] + 2:
        return reports
    if verbs[0] == behind + 1 and until > verbs[0] + 1 and line.tag(verbs[0] + 1) in _OPENS_CONTENT:
        return reports
    if len(verbs) < 2 or line.tags[verbs[1]] == "ing" or group_at(line, verbs[0]).be:
        return False
    return reports


def _says_itself(hit: Hit, until: int) -> bool:
    """The same of words that tell the saying too: the report "said" rents rose; it said "in a report" rents rose."""
    line, behind = hit.line, hit.last + 1
    said = hit.first - 1 if line.word(hit.first) == "in" else hit.first
    if hit.first == 0:
        said = next((at for at in range(behind, until) if line.tags[at] in VERBAL), 0)
        behind = said + 1
    says = line.lemma(said) == "say" if said == hit.first else line.lemma(said) in words().reporting
    return says and line.tag(behind) in _OPENS_CONTENT and line.tag(behind) != "ed" and behind < until
