"""Reading event types: what is checked, what an entry of its own can do, what survives a trip to another process."""

import pickle
from datetime import date
from typing import Any

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import LexiconError, companions, compile_lexicon, default_lexicon
from transforms.events.outcome import status_words
from transforms.events.tagging import grammar

PRIZE: dict[str, Any] = {
    "type": "prize",
    "family": "publication",
    "means": "a prize given",
    "plover": "SUPPORT",
    "cameo": "05",
    "places": {"noun": {"to": "target", "by": "body"}, "verb": {"subject": "body", "object": "target"}},
    "trigger": [{"nouns": ["prize"], "not_before": ["money"]}, {"verbs": ["honour"]}],
}


def test_a_type_of_ones_own_needs_no_code() -> None:
    lexicon = compile_lexicon({"mine/prize.toml": PRIZE})
    (mention,) = annotate(article("The academy honoured Jane Haddow on Monday."), lexicon).mentions
    assert (mention.event_type, mention.trigger, mention.earliest) == ("prize", "honoured", date(2024, 3, 11))
    assert {(role.role, role.name) for role in mention.roles} >= {("target", "Jane Haddow")}
    assert not annotate(article("The prize money was spent."), lexicon).mentions


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"triger": []}, "mine/x.toml: triger: "),
        ({"trigger": [{"nouns": ["x"], "subjct": "body"}]}, "mine/x.toml: trigger.0.subjct: "),
        ({"places": {"noun": {"by": "boss"}}}, "mine/x.toml: places.noun.by"),
        ({"trigger": [{"verbs": ["@running"]}]}, "mine/x.toml: trigger.0.verbs: Value error, no such class of verbs"),
        ({"type": "Big Prize"}, "mine/x.toml: type: "),
        ({"trigger": [{"nouns": ["x"], "confidence": 2}]}, "mine/x.toml: trigger.0.confidence: "),
        ({"trigger": [{"nouns": ["x"], "not_with": ["two words"]}]}, "mine/x.toml: trigger.0.not_with.0: "),
    ],
)
def test_a_mistake_names_file_and_key(change: dict[str, Any], said: str) -> None:
    with pytest.raises(LexiconError) as caught:
        compile_lexicon({"mine/x.toml": {**PRIZE, **change}})
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_a_type_is_defined_once() -> None:
    with pytest.raises(LexiconError, match=r"b\.toml: type: 'prize' is already defined"):
        compile_lexicon({"a.toml": PRIZE, "b.toml": PRIZE})


def test_a_lexicon_survives_pickling() -> None:
    text = "Councillors passed a motion of no confidence in the mayor by 24 votes to 19 on Friday."
    copy = pickle.loads(pickle.dumps(default_lexicon()))
    assert annotate(article(text), copy) == annotate(article(text), default_lexicon())


def test_verbs_of_an_outcome_are_known() -> None:
    known = {lemma for lemma, _ in grammar().verbs.values()} | set(grammar().past.values())
    events = {
        entry.event.type: entry.event for entries in default_lexicon().surfaces.values() for entry, _, _ in entries
    }
    verbs = {word.split(" ")[0] for event in events.values() for word in status_words(event)}
    assert not verbs - known


def test_a_list_named_beside_a_trigger_stands_for_each_of_its_words() -> None:
    watched = {**PRIZE, "trigger": [{"verbs": ["honour"], "then": ["@posts"], "needs": ["@workers"]}]}
    lexicon = compile_lexicon({"mine/prize.toml": watched})
    assert annotate(article("The weavers honoured Jane Haddow, their treasurer."), lexicon).mentions
    assert not annotate(article("The weavers honoured Jane Haddow."), lexicon).mentions


def test_every_list_named_beside_a_trigger_is_known() -> None:
    own = {"name", "tally", "year", "status", "matters", "people"}
    triggers = [trigger for event in default_lexicon().types.values() for trigger in event.trigger]
    named = {word for each in triggers for word in (*each.needs, *each.then, *each.before, *each.of, *each.not_of)}
    assert {word[1:] for word in named if word[0] == "@"} <= own | companions().keys()
