"""A headline for an event: its type, state and parties by the patterns of `seeds/words/titles_of_events.toml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import seeds
from transforms.dedup.called import plain_thing, table_of, thing_of, verb_of

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
    """The headline; `parties` by role and `triggers` as the articles have them, both best supported first.

    Never empty: an event of which no party is known, nor what sort of thing it is, has a clip of its evidence.
    """
    table = table_of(event_type)
    called, about = _thing(event_type, triggers, evidence)
    parties = {role: shown(named, role) for role, named in parties.items()}
    if not any(parties.values()) and " " not in called:
        return clip(_told(evidence)) or _capital(called)
    state = outcome if modality == "asserted" and outcome in _STATES else modality
    subject = next((role for role in table["subject"] if parties.get(role)), None)
    doers = parties[subject] if subject else []
    done_to = [party for party in parties.get("target", []) if party.name.lower() not in _listed(doers).lower()]
    target = _listed(done_to)
    pattern = _pattern(table, subject, state, bare=not target and " " not in called)
    if "{target}" in pattern and not target:
        pattern, subject = _without_target(subject, state)
    doers = doers if subject else []
    verb = verb_of(event_type, triggers)
    for said in (_listed(doers).lower(), verb["done"]):
        called = called.removeprefix(f"{said} ")  # "leaks report", not "leaks leaked report"
    if "{target}" not in pattern and target:
        pattern += "" if "{thing}" in pattern else f" {about} {{target}}"
        called = f"{called} {about} {target}"
    words = _agreeing(pattern, doers).format(thing=called, target=target, whose=_possessive(_listed(doers)), **verb)
    head = f"{_listed(doers)} {words}" if doers and "{whose}" not in pattern else words
    return _capital(_with_rest(head, table, parties, subject))


def _pattern(table: Mapping[str, Any], subject: str | None, state: str, *, bare: bool) -> str:
    """The pattern for a state; `bare` when nothing is known but who did it."""
    if bare and subject == "body" and state in table.get("alone", {}):
        return str(table["alone"][state])
    form = table["passive"] if subject is None else table["active"]
    if subject == "actor":
        form = table.get("mover", form)
    return str(form.get(state, form["asserted"]))


def _without_target(subject: str | None, state: str) -> tuple[str, str | None]:
    """Patterns that need a target, and there is none: the body's thing stands alone."""
    marks = {"planned": "plans {thing}", "possible": "considers {thing}", "negated": "decides on no {thing}"}
    passive = {"planned": "{thing} planned", "possible": "{thing} possible", "negated": "no {thing}"}
    if subject:
        return marks.get(state, "decides on {thing}"), subject
    return passive.get(state, "{thing}"), None


def _thing(event_type: str, triggers: Sequence[str], evidence: str) -> tuple[str, str]:
    """What the event is called and what joins its target."""
    table = table_of(event_type)
    if event_type in _QUALIFIED:
        patterns = seeds.toml("words/titles_of_events.toml")
        said = f"{' '.join(triggers)} {evidence}".lower()
        quality = next((made for phrase, made in patterns["qualifiers"].items() if phrase in said), None)
        if quality == "confidence" and not set(patterns["confidence"]["denied"]).isdisjoint(said.split()):
            quality = "no-confidence"
        if quality:
            return f"{quality} {plain_thing(event_type)}", patterns["abouts"].get(quality, table["about"])
    return thing_of(event_type, triggers), table["about"]


def _possessive(names: str) -> str:
    return f"{names}'" if names.endswith("s") else f"{names}'s"


def _listed(parties: Sequence[Party]) -> str:
    names = [party.name for party in parties]
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and others"
    return " and ".join(names)


def shown(parties: Sequence[Party], role: str) -> list[Party]:
    """The parties of a role that a headline names: nobody twice, and none that says nothing where another says who.

    Two names with a telling word in common are taken for one; the better supported stands. A single word in capitals
    is rather a dateline than a party, and goes where another is left. So does one who is only described, for instance
    by an office, where another has a name; several may take part beside somebody, but are no body beside another.
    """
    telling = [party for party in parties if party.words != () and not _DATELINE.fullmatch(party.name)]
    telling = telling or list(parties)
    named = [party for party in telling if (party.plural and role != "body") or not _described(party.name)]
    kept: list[Party] = []
    for party in named or telling:
        if not any(set(party.words or ()) & set(other.words or ()) for other in kept):
            kept.append(party)
    return kept


def _described(name: str) -> bool:
    """Whether one is told by a word that is no name, first or last: "head of the Guild", "Guild leader"."""
    words = name.removeprefix("the ").split(" ")
    return not (words[0][:1].isupper() and words[-1][:1].isupper())


def _told(evidence: str) -> str:
    """A sentence without the phrase of time or place that leads into it, where enough is left."""
    rest = _LEAD_IN.sub("", " ".join(evidence.split()))
    return _capital(rest) if len(rest.split()) >= _ENOUGH else evidence


def _agreeing(pattern: str, parties: Sequence[Party]) -> str:
    """The pattern's leading verb in the subject's number."""
    verb, space, rest = pattern.partition(" ")
    if not parties or (len(parties) == 1 and not parties[0].plural):
        return pattern
    irregular = {"does": "do", "is": "are", "passes": "pass", "{does}": "{do}"}
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
