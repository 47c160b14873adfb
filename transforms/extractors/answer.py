"""What a language model is asked for, and what counts as an answer: one JSON object of a declared schema."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

import seeds
from transforms.events.lexicon import EventType
from transforms.records import Counted, Modality, Outcome, RoleName


class AnswerError(ValueError):
    """An answer that cannot be used at all, and why."""


class _Object(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Participant(_Object):
    """Who takes part, as the text names them."""

    role: RoleName
    name: str


class Number(_Object):
    """A number told of an event."""

    n: int
    of: Counted


class ToldEvent(_Object):
    """One event as an answer tells it: quotes of the text, not yet looked up in it."""

    type: str
    modality: Modality
    trigger: str
    evidence: list[str]
    when: str | None
    outcome: Outcome | None
    participants: list[Participant]
    counts: list[Number]


class Answer(_Object):
    """All events of one article."""

    events: list[ToldEvent]


def read_answer(told: str) -> Answer:
    """An answer out of its JSON.

    Raises:
        AnswerError: it is not JSON of the schema.
    """
    try:
        # Read as JSON, so that only JSON's own types pass; strict, so that "67" is no number.
        return Answer.model_validate_json(told)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the answer"
        raise AnswerError(f"{where}: {first['msg']}"[:300]) from None


def schema(types: Iterable[str]) -> dict[str, Any]:
    """The JSON schema of an answer, with the event types that are known."""
    made: dict[str, Any] = json.loads(json.dumps(Answer.model_json_schema()))
    made["$defs"]["ToldEvent"]["properties"]["type"] = {"type": "string", "enum": sorted(types)}
    return made


def instructions(types: Iterable[EventType]) -> str:
    """What a model is told to do with an article: `seeds/extractor.txt` and what each event type is and is not."""
    listed = [
        f"- {event.type}: {event.means}" + (f"; not: {event.is_not}" if event.is_not else "")
        for event in sorted(types, key=lambda event: event.type)
    ]
    return "\n".join([seeds.text("extractor.txt"), "Types:", *listed])
