"""What has been made, put or decided, or held, is there or over, whatever days its matter names.

"The synod adopted a resolution to open talks next month", "the text of the decree was released this afternoon".
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from transforms.events.clauses import clause_end, group_at, phrase_start
from transforms.events.dating import undated
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import Line
from transforms.events.triggers import Hit

if TYPE_CHECKING:
    from transforms.events.happenings import Happening

_LASTING = frozenset({"motion", "amendment", "bill", "letter", "petition", "report", "ruling"})
"""Types of which one that is backed or won is there: a vote or an election that is backed is yet to come."""
_DOCUMENTS = frozenset({"motion", "amendment", "letter", "petition"})
_PUT = frozenset({"motion", "amendment"})
BEHIND = 8
"""Words behind a thing in which the passive verb stands that says what was done with it."""


def was_made(hit: Hit) -> bool:
    """Whether a thing is the object of a past verb of making or deciding, or the subject of its passive."""
    line = hit.line
    gathering = hit.entry.event.family == "assembly"
    if hit.part != "noun" or not (gathering or hit.type in _LASTING):
        return False
    made = phrase_words().held if gathering else phrase_words().made_or_decided
    if hit.type in _PUT:
        made = made - words().putting - phrase_words().handed_in  # it may have been put for a day to come
    start = phrase_start(line, hit.first)
    before = start - 2 if line.tag(start - 1) == "adverb" else start - 1
    if line.tag(before) == "ed" and line.lemma(before) in made:
        return _past(line, before) and not group_at(line, before).be
    for at in range(hit.last + 1, min(hit.last + 1 + BEHIND, clause_end(line, hit.last))):
        if line.tags[at] == "ed" and group_at(line, at).be:
            return line.lemma(at) in made and _past(line, at)
        if line.tags[at] in ("verb", "ed", "modal", "to"):
            return False
    return False


def settle_made(happenings: Sequence["Happening"], published: date | None) -> None:
    """Take for facts the mentions that put a document into question which another one tells to be there.

    "is at risk of censure" beside "the motion, signed by six members, censures her"; what is planned stays so.
    """
    for happening in happenings:
        if happening.type not in _DOCUMENTS or not any(
            draft.stance == "asserted" and (was_made(draft.hit) or _put_by(draft.hit)) for draft in happening.drafts
        ):
            continue
        for at, draft in enumerate(happening.drafts):
            if draft.stance == "possible" and draft.dated.timex_no is None:
                happening.drafts[at] = replace(draft, stance="asserted", dated=undated("asserted", published))


def _put_by(hit: Hit) -> bool:
    """Whether a participle behind a thing says who has put or signed it: "the motion, tabled by Ms Orme,"."""
    line, at = hit.line, hit.last + 1
    at += line.word(at) == ","
    put = line.lemma(at) in words().putting or line.lemma(at) in phrase_words().handed_in
    return hit.part == "noun" and line.tag(at) == "ed" and put and line.tag(at + 1) == "preposition"


def _past(line: Line, verb: int) -> bool:
    """Whether a verb is told as done: "adopted", "has adopted", "was adopted", but not "is adopted"."""
    group = group_at(line, verb)
    if group.modal is not None or group.infinitive or group.negated:
        return False
    return not group.be or not {"was", "were", "been"}.isdisjoint(line.words[group.start : verb])
