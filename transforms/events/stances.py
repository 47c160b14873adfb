"""Stances that an event may be told in, how they combine, and the words that move it from one to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import seeds
from transforms.events.morphology import forms_of
from transforms.records import Modality, Outcome

Stance = Literal["asserted", "planned", "possible", "negated", "averted"]
"""A modality; "averted" is a negated one that lies ahead: what will not, or need not, happen."""


@dataclass(frozen=True, slots=True)
class Words:
    """Which words move an event into which modality, and what other words the rules know."""

    verbs: dict[str, Modality]
    control: dict[str, Modality]
    present: dict[str, Modality]
    nouns: dict[str, Modality]
    adjectives: dict[str, Modality]
    predicates: dict[str, Modality]
    predicative: dict[str, Modality]
    modals: dict[str, Modality]
    asking: frozenset[str]
    factive: frozenset[str]
    letting: frozenset[str]
    explaining: frozenset[str]
    having_done: frozenset[str]
    proceeding: frozenset[str]
    running: frozenset[str]
    unfolding: frozenset[str]
    beside: frozenset[str]
    stages: frozenset[str]
    for_only: frozenset[str]
    nouns_for: frozenset[str]
    of_only: frozenset[str]
    nouns_of: frozenset[str]
    purposeful: frozenset[str]
    unwilling: frozenset[str]
    spurning: frozenset[str]
    attempts: frozenset[str]
    foiled: frozenset[str]
    opened: frozenset[str]
    asking_for: frozenset[str]
    reporting: frozenset[str]
    putting: frozenset[str]
    taking_up: frozenset[str]
    gathering: frozenset[str]
    placing: frozenset[str]
    past: frozenset[str]
    attached: frozenset[str]
    drafting: frozenset[str]
    forwarding: frozenset[str]
    feared: frozenset[str]
    raising: frozenset[str]
    realising: frozenset[str]
    presupposing: frozenset[str]
    reacting: frozenset[str]
    interrupting: frozenset[str]
    deferring: frozenset[str]
    denying: frozenset[str]
    disbelieving: frozenset[str]
    tidings: frozenset[str]
    guesses: frozenset[str]
    hindering: frozenset[str]
    sought: frozenset[str]
    readying: frozenset[str]
    campaigning: frozenset[str]
    attending: frozenset[str]
    requiring: frozenset[str]
    conditional: frozenset[str]
    ahead: frozenset[str]
    ahead_of: frozenset[str]
    ahead_to: frozenset[str]
    awaiting: frozenset[str]
    expected: frozenset[str]
    of_themselves: frozenset[str]
    intransitive: frozenset[str]
    waiting: frozenset[str]
    laying: frozenset[str]
    drafts: frozenset[str]
    voices: frozenset[str]
    shares: frozenset[str]
    garnering: frozenset[str]
    deciding: frozenset[str]
    ends: Mapping[str, Outcome]


def _moving(table: dict[str, list[str]]) -> dict[str, Modality]:
    kinds: tuple[Modality, ...] = ("possible", "planned", "negated", "asserted")
    moved: dict[str, Modality] = {}
    for kind in kinds:
        for word in table.get(kind, ()):
            moved.setdefault(word, kind)
    return moved


@cache
def words() -> Words:
    """The words of `seeds/words/modality.toml`."""
    raw = seeds.toml("words/modality.toml")
    return Words(
        verbs=_moving(raw["verbs"]),
        control=_moving(raw["control"]),
        present=_moving(raw["present"]),
        nouns=_moving(raw["nouns"]),
        adjectives=_moving(raw["adjectives"]),
        predicates=_moving(raw["predicates"]),
        predicative=_moving(raw["predicative"]),
        modals=_moving(raw["modals"]),
        unwilling=frozenset(raw["unwilling"]["verbs"]),
        spurning=forms_of(raw["unwilling"]["spurning"]),
        for_only=frozenset(raw["for_only"]["verbs"]),
        nouns_for=frozenset(raw["for_only"]["nouns"]),
        of_only=frozenset(raw["of_only"]["verbs"]),
        nouns_of=frozenset(raw["of_only"]["nouns"]),
        purposeful=frozenset(raw["purposeful"]["words"]),
        attempts=frozenset(raw["attempts"]["words"]),
        foiled=frozenset(raw["attempts"]["foiled"]),
        opened=frozenset(raw["opened"]["words"]),
        asking_for=frozenset(raw["asking"]["words"]),
        asking=frozenset(raw["control"]["asking"]),
        factive=frozenset(raw["control"]["factive"]),
        letting=frozenset(raw["control"]["letting"]),
        explaining=frozenset(raw["nouns"]["explaining"]),
        proceeding=frozenset(raw["nouns"]["proceeding"]),
        having_done=frozenset(raw["control"]["having_done"]),
        running=frozenset(raw["adjectives"]["running"]),
        unfolding=frozenset(raw["placing"]["unfolding"]),
        beside=frozenset(raw["placing"]["beside"]),
        stages=frozenset(raw["nouns"]["stages"]),
        reporting=frozenset(raw["reporting"]["verbs"]),
        putting=frozenset(raw["putting"]["verbs"]),
        taking_up=frozenset(raw["putting"]["taking_up"]),
        gathering=frozenset(raw["placing"]["gathering"]),
        placing=frozenset(raw["placing"]["words"]),
        past=frozenset(raw["placing"]["past"]),
        attached=frozenset(raw["placing"]["attached"]),
        drafting=frozenset(raw["writing"]["drafting"]),
        forwarding=frozenset(raw["forwarding"]["verbs"]),
        feared=frozenset(raw["nouns"]["feared"]),
        raising=frozenset(raw["writing"]["raising"]),
        realising=frozenset(raw["realising"]["verbs"]),
        presupposing=frozenset(raw["presupposing"]["verbs"]),
        reacting=frozenset(raw["reacting"]["verbs"]),
        interrupting=frozenset(raw["interrupting"]["verbs"]),
        deferring=frozenset(raw["deferring"]["verbs"]),
        denying=frozenset(raw["denials"]["verbs"]),
        disbelieving=frozenset([*raw["denials"]["verbs"], *raw["denials"]["of_tidings"]]),
        tidings=frozenset(raw["denials"]["tidings"]),
        guesses=frozenset(raw["denials"]["guesses"]),
        hindering=frozenset(raw["hindering"]["words"]),
        sought=frozenset(raw["occasions"]["sought"]),
        readying=frozenset(raw["occasions"]["readying"]),
        campaigning=frozenset(raw["occasions"]["campaigning"]),
        attending=frozenset(raw["occasions"]["attending"]),
        requiring=frozenset(raw["occasions"]["requiring"]),
        conditional=frozenset(raw["conditional"]["words"]),
        ahead=frozenset(raw["ahead"]["words"]),
        ahead_of=frozenset(raw["ahead"]["of"]),
        ahead_to=frozenset(raw["ahead"]["to"]),
        awaiting=frozenset(raw["ahead"]["words"]) | frozenset(raw["ahead"]["after"]),
        expected=frozenset(raw["predicates"]["expected"]),
        of_themselves=frozenset(raw["settling"]["of_themselves"]),
        intransitive=frozenset(raw["settling"]["intransitive"]),
        laying=frozenset(raw["settling"]["laying"]),
        waiting=frozenset(raw["settling"]["waiting"]),
        drafts=frozenset(raw["settling"]["drafts"]),
        voices=frozenset(raw["settling"]["voices"]),
        shares=frozenset(raw["settling"]["shares"]),
        garnering=frozenset(raw["settling"]["garnering"]),
        deciding=frozenset(raw["settling"]["deciding"]),
        ends={word: outcome for outcome, told in raw["ends"].items() for word in told},
    )


def noun_moves(word: str, by: str = "") -> Modality | None:
    """What a noun, singular or plural, makes of the thing that it governs: "threat", "calls", a motion `by` "for"."""
    known, single = words(), word.removesuffix("s")
    if by == "for" and single in known.nouns_for:
        return "possible"
    if by not in ("", "of", "about") and single in known.nouns_of:
        return None
    return known.nouns.get(word) or known.nouns.get(single)


_DENIED: dict[Stance, Stance] = {
    "asserted": "negated",
    "planned": "averted",
    "possible": "averted",
    "negated": "possible",
    "averted": "possible",
}


def compose(inner: Stance, outer: Modality) -> Stance:
    """What an event of one stance becomes under a governor: a refused call is averted, a refused refusal possible."""
    if outer == "asserted":
        return inner
    if outer == "negated":
        return _DENIED[inner]
    if inner in ("negated", "averted"):
        return "averted"
    return "possible" if "possible" in (inner, outer) else outer
