"""Words of and around a noun phrase: which thing it speaks of, and whether that is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import seeds

Table = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The words of `seeds/words/phrases.toml`, list by list as they are told there."""

    definite: frozenset[str]
    owned: frozenset[str]
    fresh: frozenset[str]
    other: frozenset[str]
    anew: frozenset[str]
    ordinals: frozenset[str]
    added: frozenset[str]
    added_first: frozenset[str]
    ordering: frozenset[str]
    reviewing: frozenset[str]
    plain: frozenset[str]
    bodies_in_s: frozenset[str]
    days: frozenset[str]
    spans: frozenset[str]
    tidings: frozenset[str]
    directed: frozenset[str]
    left: frozenset[str]
    particles: frozenset[str]
    ending: frozenset[str]
    periodic: frozenset[str]
    taking_place: frozenset[str]
    convening: frozenset[str]
    appearing: frozenset[str]
    talk: frozenset[str]
    accused: frozenset[str]
    charges: frozenset[str]
    announcing: frozenset[str]
    convoking: frozenset[str]
    arranging: frozenset[str]
    matters: frozenset[str]
    counting: frozenset[str]
    stoppages: frozenset[str]
    stopped: frozenset[str]
    people: frozenset[str]
    awaited: frozenset[str]
    immediate: frozenset[str]
    effect: frozenset[str]
    force: frozenset[str]
    bounding: frozenset[str]
    showing: frozenset[str]
    explaining: frozenset[str]
    linking: frozenset[str]
    judging: frozenset[str]
    aside: frozenset[str]
    conceding: frozenset[str]
    made: frozenset[str]
    over_prepositions: frozenset[str]
    over_words: frozenset[str]
    over_verbs: frozenset[str]
    gone_through: frozenset[str]
    results: frozenset[str]
    upshots: frozenset[str]
    held: frozenset[str]
    handed_in: frozenset[str]
    made_or_decided: frozenset[str]
    pointing: frozenset[str]
    """Words that open a phrase which points back to a thing, or tells whose it is."""
    causes: Table
    pointing_back: Table


@cache
def phrase_words() -> PhraseWords:
    """Words of and around a noun phrase that say which thing it speaks of."""
    raw = seeds.toml("words/phrases.toml")
    told: dict[str, Any] = {"causes": raw["causes"], "pointing_back": raw["pointing_back"]}
    over = raw["over"]
    listed = {
        "pointing": [*raw["definite"], *raw["owned"]],
        "over_prepositions": over["prepositions"],
        "over_words": over["words"],
        "over_verbs": over["verbs"],
        "gone_through": over["gone_through"],
        "results": over["results"],
        "upshots": over["upshots"],
    }
    for name in (field.name for field in fields(PhraseWords)):
        if name not in told:
            told[name] = frozenset(listed[name] if name in listed else raw[name])
    return PhraseWords(**told)
