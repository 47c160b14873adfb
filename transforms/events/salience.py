"""How likely a told happening is one that a reader would note, and not a passing or general use of the words."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

import seeds
from transforms.events.conditions import conditional, decided_on
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.lexicon import people

Span = tuple[int, int]
SPEECH = 40
"""Characters that a quotation has at least when it quotes speech, and not a word or two."""
NEAR = 6
"""Words before or after a trigger in which those are named whom it befell."""
LEAD = 2
"""Sentences at the beginning, headline included, that tell what an article is about."""


@cache
def _table() -> tuple[dict[str, float], float]:
    raw = seeds.toml("salience.toml")
    return raw["weights"], raw["keep"]


def salient(happenings: Sequence[Happening], quotations: Sequence[Span]) -> dict[int, float]:
    """Confidence, between 0 and 1, by number of the happenings that are worth keeping."""
    weights, keep = _table()
    kept: dict[int, float] = {}
    for happening in happenings:
        odds = sum(weights[name] for name in observations(happening, quotations))
        sure = 1 / (1 + exp(-odds))
        if sure >= keep:
            kept[happening.number] = sure
    return kept


def observations(happening: Happening, quotations: Sequence[Span]) -> Iterator[str]:
    """Names of the weights that apply to a happening."""
    drafts = happening.drafts
    first = next((draft for draft in drafts if not draft.headline), drafts[0])
    yield "base"
    yield first.stance
    yield first.definite
    sentences = {draft.sentence for draft in drafts}
    if len(sentences) > 1:
        yield "several_sentences"
        if any(draft.headline for draft in drafts):
            yield "after_headline"
    if len(sentences) > 3:
        yield "many_sentences"
    if any(draft.dated.timex_no is not None for draft in drafts):
        yield "dated"
    if any(draft.outcome is not None for draft in drafts):
        yield "told_outcome"
    yield from _of_roles(happening)
    yield from _of_phrase(first, quotations)
    surest = max(draft.hit.entry.trigger.confidence for draft in drafts)
    yield "sure_trigger" if surest >= 0.7 else "weak_trigger"


def _of_roles(happening: Happening) -> Iterator[str]:
    roles = {(role.role, role.name): role.kind for draft in happening.drafts for role in draft.roles}
    if not roles:
        yield "nobody"
    if len(roles) > 1:
        yield "two_roles"
    if any(kind != "group" for kind in roles.values()):
        yield "named"
    key = happening.event.joins
    unknown = key in ("actor", "target") and not any(role == key for role, _ in roles)
    if unknown and not any(_of_somebody(draft) for draft in happening.drafts):
        yield "key_missing"


def _of_somebody(draft: Draft) -> bool:
    """Whether words for persons stand beside a trigger, though nobody is named: "two of its members resigned"."""
    words, first, last = draft.hit.line.words, draft.hit.first, draft.hit.last
    near = words[max(first - NEAR, 0) : first] + words[last + 1 : last + 1 + NEAR]
    return not people().isdisjoint(near)


def _of_phrase(first: Draft, quotations: Sequence[Span]) -> Iterator[str]:
    if first.sentence < LEAD:
        yield "lead"
    if first.modifiers:
        yield "modified"
    if first.fresh - {"first"}:
        yield "set_apart"
    if first.hit.form == "plural":
        yield "plural"
    if conditional(first.hit.line, first.hit.first) and not decided_on(first.hit.line, first.hit.first):
        yield "conditional"
    if any(start <= first.hit.start < end for start, end in quotations if end - start > SPEECH):
        yield "quoted"
