"""Mentions of a document: triggers read, joined into happenings, written down one a sentence."""

from collections.abc import Callable, Sequence
from datetime import date

from transforms.events.dating import Times
from transforms.events.drafts import Draft, line_span, plain, read_draft
from transforms.events.happenings import Happening, group
from transforms.events.triggers import Hit, is_generic
from transforms.ids import content_id
from transforms.records import Count, Mention, Role, Sentence, Timex

FindRoles = Callable[[Hit], tuple[Role, ...]]


def mentions_in(
    document_id: str,
    hits: Sequence[Hit],
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    published: date | None,
    text: str,
    find_roles: FindRoles,
) -> list[Mention]:
    """Mentions in order of the text, one for each happening and sentence that tells it."""
    times = Times(timexes, published)
    drafts = [
        read_draft(hit, times, find_roles(hit), headline=sentences[hit.line.number].kind == "headline")
        for hit in hits
        if not is_generic(hit)
    ]
    mentions: list[Mention] = []
    for happening in group(drafts):
        by_sentence: dict[int, list[Draft]] = {}
        for draft in happening.drafts:
            by_sentence.setdefault(draft.sentence, []).append(draft)
        mentions.extend(_mention(document_id, happening, told, timexes, text) for told in by_sentence.values())
    return sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.event_type))


def _mention(
    document_id: str, happening: Happening, told: Sequence[Draft], timexes: Sequence[Timex], text: str
) -> Mention:
    """One mention out of the triggers that tell a happening in one sentence: the surest one leads."""
    lead = max(
        told, key=lambda draft: (draft.type == happening.type, draft.hit.entry.trigger.confidence, -draft.hit.start)
    )
    dated = next((draft.dated for draft in (lead, *told) if draft.dated.timex_no is not None), lead.dated)
    timex = None if dated.timex_no is None else timexes[dated.timex_no]
    start, end = line_span(lead.hit.line)
    outcome = next((draft.outcome for draft in (lead, *told) if draft.outcome is not None), None)
    return Mention(
        mention_id=content_id("mention", document_id, lead.hit.start, lead.hit.end, happening.type),
        document_id=document_id,
        happening=happening.number,
        event_type=happening.type,
        trigger=text[lead.hit.start : lead.hit.end],
        start=lead.hit.start,
        end=lead.hit.end,
        sentence_start=start,
        sentence_end=end,
        modality=plain(lead.stance),
        outcome=outcome,
        earliest=dated.earliest,
        latest=dated.latest,
        grain=dated.grain,
        date_basis=timex.text if timex else None,
        timex_no=dated.timex_no,
        date_rule=dated.rule,
        attributed_to=None,
        headline=lead.headline,
        confidence=lead.hit.entry.trigger.confidence,
        roles=_merged_roles(told),
        counts=_merged_counts(told),
    )


def _merged_roles(told: Sequence[Draft]) -> tuple[Role, ...]:
    kept: dict[tuple[str, str], Role] = {}
    for draft in told:
        for role in draft.roles:
            kept.setdefault((role.role, role.name), role)
    return tuple(sorted(kept.values(), key=lambda role: (role.start, role.role)))


def _merged_counts(told: Sequence[Draft]) -> tuple[Count, ...]:
    kept: dict[tuple[int, str], Count] = {}
    for draft in told:
        for count in draft.counts:
            kept.setdefault((count.n, count.counted), count)
    return tuple(sorted(kept.values(), key=lambda count: (count.start, count.counted)))
