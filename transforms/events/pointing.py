"""Days that the sentence behind a thing tells by pointing back to it: "It was held on Monday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from transforms.events.dating import Dated, Times, by_timex
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance
from transforms.records import Sentence

_DECIDED = frozenset({"decision", "membership", "proceeding"})
_GATHERED = frozenset({"meeting", "protest", "election", "vote", "ruling", "inquiry"})
_WRITTEN = frozenset({"report", "letter", "petition", "advert", "bill", "motion", "amendment"})
_LEAVING = frozenset({"resignation"})
_Undated = tuple[Happening, int]


def point_back(happenings: Sequence[Happening], sentences: Sequence[Sentence], times: Times, text: str) -> None:
    """Date the one undated thing of its kind that a sentence tells by the next: "He was sacked. It was on Monday"."""
    told: dict[int, list[_Undated]] = {}
    for happening in happenings:
        if any(draft.dated.timex_no is not None for draft in happening.drafts):
            continue
        for at, draft in enumerate(happening.drafts):
            known = told.setdefault(draft.sentence, [])
            if (
                draft.stance in ("asserted", "planned")
                and not draft.headline
                and (not known or known[-1][0] is not happening)
            ):
                known.append((happening, at))
    for number, undated in told.items():
        if number + 1 >= len(sentences):
            continue
        behind = sentences[number + 1]
        day = next(iter(times.within(behind.start, behind.end)), None)
        if day is None:
            continue
        leading = text[behind.start : times.all[day].start]
        for happening, at in _meant(leading, undated):
            draft = happening.drafts[at]
            dated = _of_side(by_timex(day, draft.stance, times, draft.hit.line), draft, times)
            if dated is not None:
                happening.drafts[at] = replace(draft, dated=replace(dated, rule="sentence behind"))


def _meant(leading: str, undated: Sequence[_Undated]) -> Iterator[_Undated]:
    """The things of which what stands before a day may tell when they are, where that is one."""
    for kind, stance, form in _FORMS:
        fitting = [one for one in undated if one[0].drafts[one[1]].stance == stance and _is_of(one[0], kind)]
        if len(fitting) == 1 and _pointing(form).fullmatch(leading):
            yield fitting[0]
            return


_FORMS: tuple[tuple[frozenset[str], Stance, str], ...] = (
    (_DECIDED, "asserted", "decided"),
    (_GATHERED, "asserted", "held"),
    (_GATHERED, "planned", "to be held"),
    (_WRITTEN, "asserted", "written"),
    (_LEAVING, "planned", "leaving"),
)
"""Families or types of what is pointed at, its stance, and the form of words that points at it."""


def _is_of(happening: Happening, kind: frozenset[str]) -> bool:
    return happening.type in kind or happening.event.family in kind


def _of_side(dated: Dated, draft: Draft, times: Times) -> Dated | None:
    """The days where they lie on the side of publication that a stance asks for."""
    if times.published is None:
        return dated
    if draft.stance == "asserted":
        return dated if dated.earliest is None or dated.earliest <= times.published else None
    return dated if dated.latest is None or dated.latest >= times.published else None


@cache
def _pointing(form: str) -> re.Pattern[str]:
    """What stands before the day in a sentence that only says when, where and by whom a thing just told was done."""
    known = phrase_words().pointing_back

    def any_of(*kinds: str) -> str:
        return "(?:" + "|".join(re.escape(word) for kind in kinds for word in known[kind]) + ")"

    word = rf" (?!{any_of('closing')}\b)[\w'’-]{{1,20}}"
    on = rf"(?:{word}){{0,8}},? "
    if form == "decided":
        opened = r"(?:The|His|Her|Its|Their) (?:[\w'’-]{1,20} ){0,2}"
        told = rf"(?: to(?:{word}){{1,8}})? {any_of('verbs')}(?:{word}){{0,8}}"
        since = rf", {any_of('made')}(?: {any_of('between')}){{0,3}}"
        passive = rf"{opened}{any_of('nouns')}(?:{told}|{since}|(?: on)?) "
        names = r"(?:(?:,| and)? [A-Z][\w'’-]{0,20}){0,8}"
        name = rf"[A-Z][\w'’-]{{0,20}}(?:{names}|(?:{word}){{0,5}})"
        active = rf"{name} {any_of('making')} (?:the|his|her|its|their) {any_of('nouns')}{on}"
        inside = rf"In (?:a|an|the|his|her|its|their) (?:[\w'’-]{{1,20}} )?{any_of('nouns')}(?:{word}){{0,4}} "
        return re.compile(rf"{passive}|{active}|{inside}")
    if form == "leaving":
        return re.compile(rf"[A-Z][\w'’-]{{0,20}}(?:{word}){{0,3}} {any_of('leaving')}{on}")
    if form == "written":
        return re.compile(rf"It (?:was|has been){any_of('adverbs')}? {any_of('published')}{on}")
    return re.compile(rf"{any_of('it')} {any_of('held' if form == 'held' else 'to_be_held')}{on}")
