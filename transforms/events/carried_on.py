"""Days of what a sentence goes on with: "A crowd filled the square on Friday. The protest was peaceful."

And of what somebody did besides: "The board sacked its clerk on Friday. It also named a new chair."
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from transforms.events.clauses import clause_start, group_at, phrase_start
from transforms.events.dating import Dated, Times, by_timex
from transforms.events.directions import behind
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.stances import words
from transforms.events.tagging import VERBAL, Line
from transforms.records import Sentence
from transforms.text import shadow

_THERE = frozenset({"at", "during"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def carry_on(
    happenings: Sequence[Happening], sentences: Sequence[Sentence], times: Times, others: Set[int | None], text: str
) -> None:
    """Date by the sentence before what takes up the untold deed in it, and what is done besides."""
    used = {draft.dated.timex_no for happening in happenings for draft in happening.drafts}
    for happening in happenings:
        index = happening.undated()
        first = None if index is None else happening.drafts[index]
        if index is None or first is None or first.stance != "asserted" or first.fresh or first.sentence == 0:
            continue
        takes_up, besides = index == 0 and _takes_up(first), _done_besides(first)
        if not takes_up and not besides:
            continue
        dated = _day_before(first, sentences, times, text)
        if dated is None or dated.timex_no in others or (takes_up and dated.timex_no in used):
            continue
        happening.drafts[index] = replace(first, dated=replace(dated, rule="sentence before"))


def done_there(happenings: Sequence[Happening], times: Times) -> None:
    """Date what is done at a gathering that has a day: "The march was on Friday. Orme quit during the march"."""
    days: dict[int, Dated] = {}
    for happening in happenings:
        told = [draft for draft in happening.drafts if draft.stance == "asserted" and _on_a_day(draft.dated)]
        if happening.event.family != "assembly" or len({(one.dated.earliest, one.dated.latest) for one in told}) != 1:
            continue
        for draft in happening.drafts:
            line = draft.hit.line
            start = phrase_start(line, draft.hit.first)
            definite = draft.definite in ("definite", "owned") and draft.hit.part == "noun"
            if definite and line.word(start - 1) in _THERE and draft.dated.timex_no is None:
                days.setdefault(draft.sentence, told[0].dated)
    for happening in happenings:
        index = happening.undated()
        first = None if index is None else happening.drafts[index]
        if index is None or first is None or first.stance != "asserted" or happening.event.family == "assembly":
            continue
        if first.sentence in days and times.published is not None and _told_past(first):
            happening.drafts[index] = replace(first, dated=replace(days[first.sentence], rule="gathering"))


def _on_a_day(dated: Dated) -> bool:
    return dated.timex_no is not None and dated.grain in ("day", "part") and dated.earliest == dated.latest


def _told_past(draft: Draft) -> bool:
    """Whether a mention is a verb of the past, or a thing beside one that tells of it."""
    line, hit = draft.hit.line, draft.hit
    if hit.part == "verb":
        return line.tag(hit.first) == "ed" and not group_at(line, hit.first).have
    verbs = [at for at in range(len(line)) if line.tags[at] == "ed"]
    return len(verbs) == 1 and not group_at(line, verbs[0]).have and line.lemma(verbs[0]) not in words().reporting


def _takes_up(draft: Draft) -> bool:
    """Whether a gathering is told as one just told of: "The protest was peaceful", "90 took part in the protest"."""
    line, hit = draft.hit.line, draft.hit
    start = phrase_start(line, hit.first)
    opens = hit.part == "noun" and line.word(start) in _POINTING and line.tag(start) == "determiner"
    opens = opens and (start == 0 or (hit.type == "protest" and line.word(start - 1) == "in"))
    goes_on = {"had", "has", "have", "since"}.isdisjoint(line.vocabulary)  # not "The strike had been tailing off"
    return opens and goes_on and hit.entry.event.family == "assembly" and draft.hit.form != "plural"


def _done_besides(draft: Draft) -> bool:
    """Whether a verb is told of somebody who did something else before: "It also named", "He also told a meeting"."""
    line, hit = draft.hit.line, draft.hit
    also = next((at for at in range(min(6, len(line))) if line.words[at] == "also"), None)
    if also is None or line.tag(also + 1) != "ed" or clause_start(line, hit.first) > also:
        return False
    verb = also + 1
    own = hit.first == verb if hit.part == "verb" else not any(t in VERBAL for t in line.tags[verb + 1 : hit.first])
    return own and not group_at(line, verb).be


def _day_before(draft: Draft, sentences: Sequence[Sentence], times: Times, text: str) -> Dated | None:
    """The days of the one time of the sentence before, where they are over and not only those of saying so."""
    before = sentences[draft.sentence - 1]
    told = times.within(before.start, before.end)
    if len(told) != 1 or times.all[told[0]].grain not in ("day", "part"):
        return None
    line = Line(shadow(text[before.start : before.end]), 0, before.end - before.start)
    timex = times.all[told[0]]
    at = line.at(timex.start - before.start)
    near = (at - 1, at - 2, line.at(timex.end - 1 - before.start) + 1)
    if any(line.tag(k) in VERBAL and line.lemma(k) in words().reporting for k in near):
        return None
    dated = by_timex(told[0], draft.stance, times, draft.hit.line)
    earliest, latest = behind(told[0], times)
    over = latest is not None and times.published is not None and latest <= times.published
    return replace(dated, earliest=earliest, latest=latest) if over and dated.earliest is not None else None
