"""Gatherings that there are or will be, whatever is in doubt about what comes of them.

"might decide at next week's talks", "if it wins the next election"; not "may call an election".
"""

from transforms.dates.vocabulary import day_and_month_names
from transforms.events.clauses import clause_end, group_at, phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance, words
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit
from transforms.events.venues import AHEAD
from transforms.records import Timex

_COMING = frozenset({"next", "coming", "upcoming", "forthcoming"})
_THERE = frozenset({"at", "during", "in", "to", "from", "before", "after", "following", "since", "until"})
"""Prepositions that lead to an occasion on which something else is done, or may be."""
_TO_BE = frozenset({"be", "have", "happen", "occur", "proceed", "go", "come", "take"})
_MEETING = frozenset({"meeting", "assembly", "agm", "egm"})
PUT = 10
"""Words behind a vote in which the time stands of the meeting that it is sought at."""
BESIDE = 2
"""Words behind a gathering in which its own time starts."""
DAY = 4
"""Words from a gathering to the day that it is on: "the strike on Friday"."""
SUBJECT = 8
"""Words behind a gathering in which the verb stands that has it for its subject."""


def known_to_come(line: Line, start: int, first: int) -> Stance | None:
    """Planned where a phrase names the one that comes next, or that people prepare for, campaign for or go to.

    "if it wins the next election", "to prepare for the May summit", "as campaigning for local elections began", "may
    attend the talks"; but not "campaigned for an early election". Null where it does not.
    """
    inside = line.words[start : first + 1]
    owned = _definite(line, start) or "possessive" in line.tags[start:first]
    if owned and not _COMING.isdisjoint(inside):
        return "planned"
    leading, before = line.word(start - 1), line.word(start - 2)
    if not words().sought.isdisjoint(inside) or line.word(start) in ("a", "an", "any"):
        return None
    if leading == "for":
        readied = owned and line.tag(start - 2) in VERBAL and line.lemma(start - 2) in words().readying
        return "planned" if readied or before in words().campaigning else None
    attended = line.tag(start - 1) in VERBAL and line.lemma(start - 1) in words().attending
    return "planned" if owned and attended else None


def whatever_becomes(line: Line, start: int, first: int, last: int, found: Stance) -> Stance | None:
    """The stance of a gathering in a clause of condition that takes it for granted; null where the clause does not.

    "if he wins after last month's election", "whether the talks led to a deal", but not "if the talks are held".
    """
    if not (
        _definite(line, start)
        or "possessive" in line.tags[start:first]
        or not _COMING.isdisjoint(line.words[start:first])
    ):
        return None
    leading = line.word(start - 1)
    if leading in phrase_words().over_prepositions:
        return found
    if leading in _THERE:
        return "planned" if found == "asserted" and leading in ("at", "during", "to", "before") else found
    if leading in words().conditional and _goes_on(line, last):
        return found
    return None


def _goes_on(line: Line, last: int) -> bool:
    """Whether the verb that has a gathering for its subject tells what comes of it, and not that it is to be."""
    for at in range(last + 1, min(last + 1 + SUBJECT, clause_end(line, last))):
        if line.tags[at] in VERBAL:
            lemma, group = line.lemma(at), group_at(line, at)
            starts = lemma in _TO_BE or lemma in phrase_words().taking_place - {"end", "close", "conclude"}
            return not group.infinitive and not starts and not (group.be and lemma in words().realising - {"complete"})
        if line.tags[at] == "be" and line.tag(at + 1) not in VERBAL and line.tag(at + 1) != "adverb":
            return False
    return False


def dated_occasion(hit: Hit, timex: Timex) -> bool:
    """Whether a time is that of an occasion on which something else may come about.

    "may be settled at a hearing on 28 March", "might decide at next week's summit"; not "may meet at a summit in June".
    """
    line, start = hit.line, phrase_start(hit.line, hit.first)
    if hit.part != "noun" or not (hit.entry.event.family == "assembly" or hit.type == "election"):
        return False
    at, behind = line.at(timex.start), line.at(max(timex.end - 1, timex.start)) + 1
    if behind <= hit.first and line.tag(behind) == "possessive":
        return at >= start
    inside = start <= at < hit.first
    if not inside and not hit.last < at <= hit.last + BESIDE:
        return False
    leading = line.word(start - 1)
    if leading == "for" and inside and timex.grain == "day":
        return line.tag(start - 2) in VERBAL and line.lemma(start - 2) in words().requiring
    if leading not in _THERE - {"to"}:
        return False
    verb = next(
        (index for index in range(start - 2, max(start - 2 - SUBJECT, -1), -1) if line.tags[index] in VERBAL), None
    )
    return verb is None or line.lemma(verb) not in words().gathering


def put_to_meeting(hit: Hit, timex: Timex) -> bool:
    """Whether a vote is sought at a meeting of a day: "will seek the approval of members at a meeting on 9 April"."""
    line, at = hit.line, hit.line.at(timex.start)
    if hit.type != "vote" or hit.part != "noun" or not hit.last < at < hit.last + PUT:
        return False
    between = line.words[hit.last + 1 : at + PUT]
    return "at" in line.words[hit.last + 1 : at] and not _MEETING.isdisjoint(between)


def _definite(line: Line, start: int) -> bool:
    return line.word(start) in phrase_words().pointing


def will_be_something(line: Line, start: int, last: int, be: int) -> bool:
    """Whether a gathering is told to be something yet: "the congress in Hull will be a test", "will be noisy".

    A strike may be on already: "the strike will be costly". One with a day is to come: "Friday's strike will be".
    """
    group = group_at(line, be)
    if group.modal not in AHEAD or group.negated or line.tag(be + 1) in ("ed", "ing"):
        return False
    if line.words[last] not in phrase_words().stoppages:
        return True
    return not day_and_month_names().isdisjoint(line.words[start : last + DAY])
