"""The records that flow through the house, from bytes to events.

Offsets are Python str indices into `Document.text`, ends exclusive. Days are `datetime.date`; an interval of days is
inclusive on both sides and a null bound is open. Ids are content hashes, so a re-run gives the same ids on every
machine.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Basis = Literal["given", "metadata", "url", "text", "network", "unknown"]
SentenceKind = Literal["body", "headline", "caption", "boilerplate"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "published", "narrative"]
NameKind = Literal["person", "organisation", "place", "group"]
Modality = Literal["asserted", "planned", "possible", "negated"]
Outcome = Literal["passed", "rejected", "withdrawn", "pending"]
RoleName = Literal["body", "actor", "target", "venue", "supporter", "opponent"]
Counted = Literal["for", "against", "abstained", "signatories", "attendance", "votes", "people"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as read. `text` begins with the headline when the input gives one apart.

    `document_id` hashes source and text. `published` is the one day of publication when known; the bounds hold what
    is known otherwise. `uri` is where a person finds the article again.
    """

    document_id: str
    source: str | None
    uri: str
    title: str | None
    author: str | None = None
    language: str | None
    published: date | None
    published_earliest: date | None
    published_latest: date | None
    published_basis: Basis
    text: str
    duplicate_of: str | None
    landed_at: datetime
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input that could not be taken in, and why: never silently gone."""

    uri: str
    stage: str
    error: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A stretch of text that stands as one sentence; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int
    kind: SentenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression and the days it means.

    `value` is TIMEX3 as TempEval-3 writes it. `anchor` says what the days were counted from: the calendar itself, the
    day of publication, or an earlier expression of the narrative. Where the publication day is unknown, `earliest` and
    `latest` stay null for a relative expression. `offset_earliest` and `offset_latest` bound, in days, where the
    interval lies from the publication day whatever that day is ("last week": -13 and -1); null when it says nothing
    of the kind.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    earliest: date | None
    latest: date | None
    grain: str
    rule: str
    anchor: Anchor
    offset_earliest: int | None
    offset_latest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, organisation, place or group named in the text; `name` is the document's fullest form of it."""

    start: int
    end: int
    text: str
    name: str
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who takes part in a mentioned event; offsets point at the words that say so."""

    role: RoleName
    start: int
    end: int
    name: str
    kind: NameKind
    entity_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number told of an event: 67 signatories, 217 for."""

    start: int
    end: int
    n: int
    counted: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An event told in one sentence.

    Mentions of one document that tell the same happening share `happening`, a number that counts from 0 in the
    document. `timex_no` is the position, in the document's list of timexes, of the expression that dates the mention,
    or null; `date_basis` its words and `date_rule` the rule that chose it. Where the days hang on those of an article
    that has none, `offset_earliest` and `offset_latest` bound them in days from publication; else both are null.
    `mention_id` hashes document, span and type.
    """

    mention_id: str
    document_id: str
    happening: int
    event_type: str
    trigger: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    modality: Modality
    outcome: Outcome | None
    earliest: date | None
    latest: date | None
    grain: str | None
    date_basis: str | None
    timex_no: int | None
    offset_earliest: int | None
    offset_latest: int | None
    date_rule: str
    attributed_to: str | None
    headline: bool
    confidence: float
    roles: tuple[Role, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that takes part in events; same full name and kind are the same entity everywhere."""

    entity_id: str
    name: str
    kind: NameKind
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that was found in one document."""

    document_id: str
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
