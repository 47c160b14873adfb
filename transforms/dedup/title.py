"""A headline for an event: its type, state and parties by the patterns of `seeds/words/titles_of_events.toml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import seeds

LONGEST = 110
_STATES = ("passed", "rejected", "withdrawn", "pending")
_QUALIFIED = ("motion", "vote")
_NAMED = 2
_ENOUGH = 5
_DATELINE = re.compile(r"[A-Z]{6,}")
_LEAD_IN = re.compile(r"^(?:In|On|At|After|Before|During|By|Following) [^,.;:]{1,60}, ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody of an event; `plural` when a verb after the name is plural, `words` what tells the name from others."""

    name: str
    plural: bool
    words: tuple[str, ...] | None = None


def title(
    *,
    event_type: str,
    modality: str,
    outcome: str | None,
    parties: Mapping[str, Sequence[Party]],
    triggers: Sequence[str],
    evidence: str,
) -> str:
    """The headline; `parties` by role, best supported first; `triggers` and `evidence` as the articles have them.

    Never empty: an event of which no party is known has a clip of its evidence.
    """
    patterns = seeds.toml("words/titles_of_events.toml")
    table = patterns.get(event_type, patterns["any"])
    thing, about = _thing(event_type, table, patterns, triggers, evidence)
    parties = {role: shown(named) for role, named in parties.items()}
    if not any(parties.values()):
        return clip(_told(evidence)) or _capital(thing)
    state = outcome if modality == "asserted" and outcome in _STATES else modality
    subject = next((role for role in table["subject"] if parties.get(role)), None)
    form = table["active"] if subject else table["passive"]
    pattern = form.get(state, form["asserted"])
    target = _listed(parties["target"]) if parties.get("target") and subject != "target" else ""
    if "{target}" in pattern and not target:
        pattern, subject = _without_target(table, subject, state)
    words = pattern.format(thing=thing, target=target)
    head = f"{_listed(parties[subject])} {_agreeing(words, parties[subject])}" if subject else words
    if target and "{target}" not in pattern:
        head = f"{head} {about} {target}"
    return _capital(_with_rest(head, table, parties, subject))


def _without_target(table: Mapping[str, Any], subject: str | None, state: str) -> tuple[str, str | None]:
    """Patterns that need a target, and there is none: the body's thing stands alone."""
    marks = {"planned": "plans {thing}", "possible": "considers {thing}", "negated": "makes no {thing}"}
    passive = {"planned": "{thing} planned", "possible": "{thing} possible", "negated": "no {thing}"}
    if subject:
        return marks.get(state, "makes {thing}"), subject
    return passive.get(state, "{thing}"), None


def _thing(
    event_type: str, table: Mapping[str, Any], patterns: Mapping[str, Any], triggers: Sequence[str], evidence: str
) -> tuple[str, str]:
    """What the event is called and what joins its target: the fullest trigger that holds the type's own word."""
    plain = table["thing"] or event_type.replace("_", " ")
    fuller = [trigger.lower() for trigger in triggers if plain in trigger.lower().split() and len(trigger.split()) <= 4]
    thing = max(fuller, key=lambda words: (len(words), words), default=plain)
    if event_type in _QUALIFIED:
        said = f"{' '.join(triggers)} {evidence}".lower()
        quality = next((made for phrase, made in patterns["qualifiers"].items() if phrase in said), None)
        if quality:
            return f"{quality} {plain}", patterns["abouts"].get(quality, table["about"])
    return thing, table["about"]


def _listed(parties: Sequence[Party]) -> str:
    names = [party.name for party in parties]
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and others"
    return " and ".join(names)


def shown(parties: Sequence[Party]) -> list[Party]:
    """The parties of a role that a headline names: nobody twice, and none that says nothing where another says who.

    Two names with a telling word in common are taken for one; the better supported stands. A single word in capitals
    is rather a dateline than a party, and goes where another is left.
    """
    telling = [party for party in parties if party.words != () and not _DATELINE.fullmatch(party.name)]
    kept: list[Party] = []
    for party in telling or parties:
        if not any(set(party.words or ()) & set(other.words or ()) for other in kept):
            kept.append(party)
    return kept


def _told(evidence: str) -> str:
    """A sentence without the phrase of time or place that leads into it, where enough is left."""
    rest = _LEAD_IN.sub("", " ".join(evidence.split()))
    return _capital(rest) if len(rest.split()) >= _ENOUGH else evidence


def _agreeing(words: str, parties: Sequence[Party]) -> str:
    """The pattern's leading verb in the subject's number."""
    verb, space, rest = words.partition(" ")
    if len(parties) == 1 and not parties[0].plural:
        return words
    irregular = {"does": "do", "is": "are", "passes": "pass", "publishes": "publish"}
    if verb in irregular:
        verb = irregular[verb]
    elif verb.endswith("s"):
        verb = verb[:-1]
    return verb + space + rest


def _with_rest(head: str, table: Mapping[str, Any], parties: Mapping[str, Sequence[Party]], subject: str | None) -> str:
    """The headline with where it was, if that fits."""
    role = table.get("from", "venue")
    if parties.get(role) and subject != role:
        joined = f"{head} {'from' if role == 'body' else 'in'} {parties[role][0].name}"
        if len(joined) <= LONGEST and parties[role][0].name not in head:
            return joined
    return head


def clip(text: str) -> str:
    """The beginning of a sentence on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    cut = line[: LONGEST - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[LONGEST // 2 :] else cut).rstrip(" ,;:-") + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
