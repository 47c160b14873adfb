"""Every event type proves itself: its own examples are found with their status and days, its negatives are not."""

from datetime import date

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import EventType, Example, default_lexicon
from transforms.events.summary import Summary, summarise
from transforms.records import Mention

PUBLISHED = date(2024, 3, 12)
TYPES = default_lexicon().types
EXAMPLES = [(event, example) for event in TYPES.values() for example in event.example]
NEGATIVES = [(event.type, text) for event in TYPES.values() for text in event.negatives.texts]


def told(text: str) -> tuple[list[Summary], tuple[Mention, ...]]:
    mentions = annotate(article(text), default_lexicon()).mentions
    return summarise(mentions, PUBLISHED), mentions


@pytest.mark.parametrize(("event", "example"), EXAMPLES, ids=lambda value: getattr(value, "text", None) or value.type)
def test_example(event: EventType, example: Example) -> None:
    summaries, mentions = told(example.text)
    found = {mention.happening for mention in mentions if example.trigger in mention.trigger.lower()}
    fitting = [summary for summary in summaries if summary.event_type == event.type and summary.happening in found]
    assert fitting, mentions
    (summary,) = fitting
    assert summary.modality == example.modality
    if example.outcome:
        assert summary.outcome == example.outcome
    if example.earliest or example.latest:
        assert (str(summary.earliest), str(summary.latest)) == (example.earliest, example.latest)
    for role, name in example.roles.items():
        assert name in {taken.name for taken in summary.roles if taken.role == role}
    assert {count.counted: count.n for count in summary.counts}.items() >= example.counts.items()


@pytest.mark.parametrize(("event_type", "text"), NEGATIVES)
def test_negative(event_type: str, text: str) -> None:
    assert event_type not in {summary.event_type for summary in told(text)[0]}


def test_every_type_is_proved_by_enough_examples() -> None:
    assert len(TYPES) == 17
    for event in TYPES.values():
        assert len(event.example) >= 12, event.type
        assert len(event.negatives.texts) >= 6, event.type
