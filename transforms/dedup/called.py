"""What a headline calls an event and what was done, by the words that its mentions have for it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import seeds
from transforms.events.morphology import forms_of, noun_forms, verb_forms

LONGEST_NAME = 4
"""Words of a trigger that may stand as a name: "extraordinary general meeting"."""


def table_of(event_type: str) -> Mapping[str, Any]:
    """The patterns of a type, or of any type."""
    patterns = seeds.toml("words/titles_of_events.toml")
    table: Mapping[str, Any] = patterns.get(event_type, {})
    return table if "thing" in table else patterns["any"]  # a user's type may have the name of another table


def thing_of(event_type: str, triggers: Sequence[str]) -> str:
    """What the event is: the noun that its best supported trigger ends in, in the fullest form that any trigger has.

    Args:
        event_type: a type of the seeds or of a user.
        triggers: trigger words as the articles have them, the best supported first.
    """
    said = [(trigger.lower(), _noun(event_type, trigger.lower())) for trigger in triggers]
    noun = next((noun for _, noun in said if noun), None) or plain_thing(event_type)
    fuller = (words for words, told in said if told == noun and words.endswith(noun))
    return max((words for words in fuller if len(words.split()) <= LONGEST_NAME), key=_fullness, default=noun)


def plain_thing(event_type: str) -> str:
    """What an event of a type is called if nothing is known of it."""
    return table_of(event_type)["thing"] or event_type.replace("_", " ")


def verb_of(event_type: str, triggers: Sequence[str]) -> Mapping[str, str]:
    """What was done, by the best supported trigger or by the type: forms to `do`, it `does`, it is `done`."""
    verbs = _verbs(event_type)
    told = (verbs.get(words) or verbs.get(words.partition(" ")[0]) for words in map(str.lower, triggers))
    return _verb(next(filter(None, told), None) or table_of(event_type).get("verb", "do"))


def _fullness(words: str) -> tuple[int, str]:
    return len(words), words


def _noun(event_type: str, words: str) -> str | None:
    nouns = _nouns(event_type)
    parts = words.split()
    return next((nouns[tail] for at in range(len(parts)) if (tail := " ".join(parts[at:])) in nouns), None)


@cache
def _nouns(event_type: str) -> dict[str, str]:
    """Thing by each form of the words that tell it."""
    things: dict[str, list[str]] = {plain_thing(event_type): [], **table_of(event_type).get("things", {})}
    return {form: thing for thing, words in things.items() for word in (thing, *words) for form in _forms(word)}


@cache
def _verbs(event_type: str) -> dict[str, str]:
    """Verb by each form of the words that tell it."""
    table = table_of(event_type)
    verbs: dict[str, list[str]] = {verb: [] for verb in [table.get("verb")] if verb} | table.get("verbs", {})
    return {form: verb for verb, words in verbs.items() for word in (verb, *words) for form in _forms(word)}


def _forms(word: str) -> Iterable[str]:
    return {*noun_forms(word), *forms_of([word])}


@cache
def _verb(lemma: str) -> Mapping[str, str]:
    forms = {form: word for word, form in reversed(list(verb_forms(lemma)))}
    return {"do": lemma, "does": forms["s"], "done": forms["participle"]}
