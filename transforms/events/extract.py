"""Mentions of a document: triggers read, joined into happenings, written down one a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from transforms.events.anchored import date_by_others
from transforms.events.attribution import FindSpeaker, speaker_of
from transforms.events.borrowed import at_gatherings, borrow_days
from transforms.events.casts import FindInContext, cast
from transforms.events.clauses import group_at, phrase_start
from transforms.events.conditions import conditional, decided_on
from transforms.events.dating import GOING_ON, Times, choose_times, sound, width
from transforms.events.drafts import Draft, plain, read_draft
from transforms.events.generic import is_generic
from transforms.events.happenings import Happening, group
from transforms.events.lengths import take_lengths
from transforms.events.made import settle_made
from transforms.events.repeated import each_time
from transforms.events.reviews import order_reviews
from transforms.events.salience import salient
from transforms.events.settle import Settled, settle
from transforms.events.sides import FindReactions, take_sides
from transforms.events.stances import words
from transforms.events.tabled import forget_tabling
from transforms.events.tagging import AUXILIARY, VERBAL
from transforms.events.triggers import Hit
from transforms.ids import content_id
from transforms.records import Document, Mention, Role, Sentence, Timex
from transforms.text import quotations


@dataclass(frozen=True, slots=True)
class Participants:
    """How those who take part are found: around a trigger, in the context of an offset, as the subject of a verb.

    `reactions` are those who take sides in a sentence in what was told before.
    """

    roles: Callable[[Hit], tuple[Role, ...]]
    context: FindInContext
    speaker: FindSpeaker
    reactions: FindReactions


def mentions_in(
    document: Document,
    hits: Sequence[Hit],
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    participants: Participants,
) -> list[Mention]:
    """Mentions in order of the text, one for each happening and sentence that tells it."""
    times = Times(timexes, document.published)
    happenings = group(drafts_in(hits, sentences, times, participants))
    kept = salient(happenings, quotations(document.text))
    happenings = [happening for happening in happenings if happening.number in kept]
    settle_made(happenings, document.published)
    forget_tabling(happenings, times)
    date_by_others(happenings, times)
    order_reviews(happenings, times)
    take_lengths(happenings, times)
    borrow_days(happenings, sentences, times, document.text)
    cast(happenings, participants.context)
    take_sides(happenings, participants.reactions)
    settled = settle(happenings, times)
    mentions: list[Mention] = []
    for happening in happenings:
        by_sentence: dict[int, list[Draft]] = {}
        for draft in happening.drafts:
            by_sentence.setdefault(draft.sentence, []).append(draft)
        mentions.extend(
            _mention(document, happening, told, timexes, settled, kept[happening.number], participants)
            for told in by_sentence.values()
        )
    return sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.event_type))


def drafts_in(
    hits: Sequence[Hit], sentences: Sequence[Sentence], times: Times, participants: Participants
) -> list[Draft]:
    """Triggers that may tell an event, each read in its own sentence, in order of the text."""
    read = [hit for hit in _without_contents(hits) if not is_generic(hit)]
    drafts: list[Draft] = []
    for hit, chosen in zip(read, choose_times(read, times), strict=True):
        roles, headline = participants.roles(hit), sentences[hit.line.number].kind == "headline"
        for turn, each in enumerate(each_time(hit, chosen, times)):
            drafts.append(replace(read_draft(hit, each, times, roles, headline=headline), turn=turn))
    return [draft for draft in at_gatherings(drafts) if not _hypothetical(draft) and not _points_nowhere(draft)]


def _points_nowhere(draft: Draft) -> bool:
    """Whether a noun that tells an event only by pointing back does not point: "a decision", but not "the decision"."""
    return draft.weak and draft.definite in ("indefinite", "bare")


def _hypothetical(draft: Draft) -> bool:
    """Whether a mention speaks of what might be, of nobody in particular: "whether anybody should order an inquiry"."""
    if draft.stance != "possible" or draft.definite in ("definite", "owned") or draft.dated.timex_no is not None:
        return False
    if not conditional(draft.hit.line, draft.hit.first) or decided_on(draft.hit.line, draft.hit.first):
        return False
    return not draft.modifiers and not any(role.kind in ("person", "organisation") for role in draft.roles)


_DECIDING = frozenset({"motion", "vote", "amendment", "letter", "petition"})
_CONTENT_FAMILIES = frozenset({"membership", "proceeding", "assembly"})
_CONTENT_REACH = 18
"""Words between a decision or letter and what it asks for."""


def _without_contents(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out what a decision or a letter only asks for: "a motion calling for his expulsion", "voted to expel"."""
    kept: list[Hit] = []
    latest: Hit | None = None
    for hit in hits:
        if (latest is not None and _is_content(hit, latest)) or (kept and _completes(hit, kept[-1])):
            continue
        if hit.type in _DECIDING:
            latest = hit
        kept.append(hit)
    return kept


def _completes(hit: Hit, before: Hit) -> bool:
    """Whether a verb only says what a thing of its type is to do, or what a court decides: "a bill to outlaw it".

    Likewise "refused to reinstate him", but not "was asked to look into it", where nobody decides.
    """
    if hit.line is not before.line or hit.type != before.type or hit.part != "verb":
        return False
    decides = before.part == "noun" or hit.type in _DECIDING or hit.type == "ruling"
    return decides and hit.first == before.last + 2 and group_at(hit.line, hit.first).infinitive


def _is_content(hit: Hit, decision: Hit) -> bool:
    line = hit.line
    if line is not decision.line:
        return False
    if decision.type == "amendment" and _amended(hit, decision):
        return True
    between = line.words[decision.last + 1 : hit.first]
    if len(between) > _CONTENT_REACH or "," in between:
        return False
    asked = not words().asking_for.isdisjoint(between)
    if hit.entry.event.family not in _CONTENT_FAMILIES:
        return asked and hit.entry.event.family == "publication" and hit.part == "verb"
    if asked or _voted_on(hit, decision):
        return True
    if any(line.lemma(at) in words().factive for at in range(decision.last + 1, hit.first)):
        return False
    return hit.part == "verb" and group_at(line, hit.first).infinitive and decision.type in ("motion", "vote")


def _amended(hit: Hit, amendment: Hit) -> bool:
    """Whether a thing is named only as what an amendment is to: "an amendment to a broader motion"."""
    line, start = hit.line, phrase_start(hit.line, hit.first)
    last = amendment.last + (line.word(amendment.last + 1) == ",")
    to_one = line.word(start) in ("a", "an") and line.word(start - 1) in ("to", "of")
    return hit.part == "noun" and to_one and start == last + 2


def _voted_on(hit: Hit, decision: Hit) -> bool:
    """Whether a ballot is held on a thing yet to be: "to be balloted on strike action", "a vote over a strike"."""
    line, inside = hit.line, hit.line.word(hit.first) in ("on", "over")  # "on strike action"
    start = hit.first + 1 if inside else phrase_start(hit.line, hit.first)
    opened = {line.word(start - 1), line.word(hit.first)}
    on = decision.type == "vote" and hit.part == "noun" and not opened.isdisjoint(("on", "over"))
    between = line.tags[decision.last + 1 : start - 1]
    return on and len(between) < 4 and not any(tag in VERBAL or tag in AUXILIARY for tag in between)


def _mention(
    document: Document,
    happening: Happening,
    told: Sequence[Draft],
    timexes: Sequence[Timex],
    settled: Settled,
    sure: float,
    participants: Participants,
) -> Mention:
    """One mention out of the triggers that tell a happening in one sentence: the surest one leads."""
    lead = max(
        told,
        key=lambda draft: (
            not draft.weak,
            draft.type == happening.type,
            draft.hit.entry.trigger.confidence,
            -draft.hit.start,
        ),
    )
    own = [sound(draft.dated) for draft in told if draft.dated.timex_no is not None and draft.stance == lead.stance]
    dated = min(own, key=width, default=sound(lead.dated))
    dated = next((one for one in own if one.rule == GOING_ON and one.earliest == dated.earliest), dated)
    timex = None if dated.timex_no is None else timexes[dated.timex_no]
    start, end = lead.hit.line.span
    key = (happening.number, lead.sentence)
    turn = (lead.turn,) if lead.turn else ()
    return Mention(
        mention_id=content_id("mention", document.document_id, lead.hit.start, lead.hit.end, happening.type, *turn),
        document_id=document.document_id,
        happening=happening.number,
        event_type=happening.type,
        trigger=document.text[lead.hit.start : lead.hit.end],
        start=lead.hit.start,
        end=lead.hit.end,
        sentence_start=start,
        sentence_end=end,
        modality=plain(lead.stance),
        outcome=settled.outcomes.get(key),
        earliest=dated.earliest,
        latest=dated.latest,
        grain=dated.grain,
        date_basis=timex.text if timex else None,
        timex_no=dated.timex_no,
        offset_earliest=dated.apart.low if dated.apart else None,
        offset_latest=dated.apart.high if dated.apart else None,
        date_rule=dated.rule,
        attributed_to=speaker_of(lead.hit, participants.speaker),
        headline=lead.headline,
        confidence=round(sure, 3),
        roles=_merged_roles(told),
        counts=settled.counts.get(key, ()),
    )


def _merged_roles(told: Sequence[Draft]) -> tuple[Role, ...]:
    kept: dict[tuple[str, str], Role] = {}
    for draft in told:
        for role in draft.roles:
            kept.setdefault((role.role, role.name), role)
    return tuple(sorted(kept.values(), key=lambda role: (role.start, role.role)))
