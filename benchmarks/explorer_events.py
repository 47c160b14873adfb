"""A made-up town's news as the tables of a snapshot, of any size: what the explorer is measured and tested on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import duckdb
import pyarrow as pa

from transforms.ids import content_id
from warehouse.load import create_views
from warehouse.schema import arrow_schema, create_sql, tables

TYPES = {
    "motion": ("decision", "tables a motion on", 0.24),
    "vote": ("decision", "votes on", 0.18),
    "letter": ("publication", "writes to the editor on", 0.18),
    "advert": ("publication", "places a notice about", 0.15),
    "meeting": ("assembly", "holds a meeting on", 0.13),
    "protest": ("assembly", "marches against", 0.06),
    "resignation": ("membership", "resigns over", 0.06),
}
TOPICS = (
    *(
        "the council tax rise",
        "closing Eastgate library",
        "street-light dimming",
        "the riverside flats",
        "bus route 14",
    ),
    *("the harbour dredging contract", "the 20 mph zone", "school meals", "taxi licensing", "allotment rents"),
    *("the town hall roof", "the Mill Park bandstand", "the quayside market", "parking permits", "the swimming pool"),
)
BODIES = ("Harbour Borough Council", "Planning Committee", "Library Board", "Harbour Trust", "Licensing Panel")
FIRST = ("Ann", "Tomos", "Maya", "Ravi", "Lena", "Owen", "Grace", "Idris", "Nell", "Joan", "Piotr", "Sunita")
LAST = ("Dover", "Evans", "Okafor", "Singh", "Byrne", "Holt", "Marsh", "Lund", "Quill", "Hart", "Nowak", "Pell")
OUTLETS = ("City Herald", "Northern Star", "Evening Gazette", "Harbour Post", "Quay FM", "The Borough Eye")
OPENINGS = (
    *("According to the clerk, ", "Papers seen by this newspaper show that ", "It was confirmed that ", ""),
    *("In a crowded chamber, ", "After weeks of talk, ", "To nobody's surprise, "),
)
CLOSINGS = (
    *(", to applause from the gallery", ", the town clerk said", " after a long debate", " despite a petition"),
    *(", and promised to return to the matter", " in front of a handful of residents", ""),
)
GRAINS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
FEATURES = ("family", "interval", "body", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """When an event happened, as well as it is known."""

    earliest: date | None
    latest: date | None
    grain: str
    words: str
    lasting: bool


def build(con: duckdb.DuckDBPyConnection, events: int, seed: int = 1) -> None:
    """Creates every table of a snapshot in an empty database and fills those that the explorer reads.

    About two mentions an event, a third of the days vague, one event in twelve disputed.
    """
    fill(con, rows_of(events, seed))


def fill(con: duckdb.DuckDBPyConnection, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Creates the tables and views of a snapshot in an empty database and puts rows, by table, into them."""
    for name in tables():
        con.execute(create_sql(name, indexed=frozenset()))
        if name == "pairs":
            for feature in FEATURES:
                con.execute(f"ALTER TABLE pairs ADD COLUMN {feature} DOUBLE")
        schema = arrow_schema(name)
        if name == "pairs":
            schema = pa.schema([*schema, *(pa.field(feature, pa.float64()) for feature in FEATURES)])
        con.register("incoming", pa.Table.from_pylist(rows.get(name, []), schema=schema))
        con.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming")
        con.unregister("incoming")
    create_views(con)


def rows_of(events: int, seed: int = 1) -> dict[str, list[dict[str, Any]]]:
    """The rows of a made-up snapshot by table."""
    random = Random(seed)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in tables()}
    people = [f"{first} {last}" for last in LAST for first in FIRST]
    kinds = {**dict.fromkeys(people, "person"), **dict.fromkeys((*BODIES, *TOPICS), "organisation")}
    for name, kind in sorted(kinds.items()):
        rows["entities"].append(
            {"entity_id": content_id("entity", name, kind), "name": name, "kind": kind, "aliases": []}
        )
    entity = {row["name"]: row["entity_id"] for row in rows["entities"]}
    peaks = [date(2009, 1, 1) + timedelta(days=random.randrange(6200)) for _ in TOPICS]
    for number in range(events):
        _event(rows, random, number, entity, people, peaks)
    _links(rows, random)
    return rows


def _event(
    rows: dict[str, list[dict[str, Any]]],
    random: Random,
    number: int,
    entity: dict[str, str],
    people: list[str],
    peaks: list[date],
) -> None:
    event_type = random.choices(list(TYPES), [share for _, _, share in TYPES.values()])[0]
    family, phrase, _ = TYPES[event_type]
    about = random.randrange(len(TOPICS))
    happened = date(2009, 1, 1) + timedelta(days=random.randrange(6200))
    if random.random() < 0.4:
        happened = peaks[about] + timedelta(days=int(random.gauss(0, 40)))
    when = _when(random, happened)
    actor, body = random.choice(people), random.choice(BODIES)
    modality = random.choices(("asserted", "planned", "possible", "negated"), (0.86, 0.06, 0.04, 0.04))[0]
    outcome = (
        random.choice(("passed", "rejected", "withdrawn", "pending")) if event_type in ("motion", "vote") else None
    )
    told = min(1 + int(random.expovariate(0.7)), 6)
    event_id = content_id("event", number)
    mentions = list(_mentions(rows, random, number, told, (event_id, event_type, phrase, about, actor), when))
    documents = sorted({mention["document_id"] for mention in mentions})
    days = [row["published"] for row in rows["documents"][-told:]]
    middle = when.earliest + (when.latest - when.earliest) // 2 if when.earliest and when.latest else None
    rows["events"].append(
        {
            **{"event_id": event_id, "event_type": event_type, "family": family, "modality": modality},
            **{"title": f"{actor} {phrase} {TOPICS[about]}", "outcome": outcome, "grain": when.grain},
            **{"earliest": when.earliest, "latest": when.latest, "best_day": middle, "documents": told},
            **{"sources": told, "first_reported": min(days), "last_reported": max(days)},
            **{"confidence": random.randrange(40, 100) / 100},
        }
    )
    for role, name in (("actor", actor), ("body", body)):
        rows["event_roles"].append(
            {"event_id": event_id, "role": role, "entity_id": entity[name], "name": name, "documents": told}
        )
    _claims(rows, random, event_id, event_type, documents)
    for other in mentions[1:]:
        first, second = sorted((mentions[0]["mention_id"], other["mention_id"]))
        rows["pairs"].append(
            {"mention_a": first, "mention_b": second, "score": 9.5, "same": True, "distinctive": True}
            | dict(zip(FEATURES, (2.5, 3.0, 1.5, 2.5), strict=True))
        )
    rows["mentions"] += mentions


def _when(random: Random, happened: date) -> _Day:
    chance = random.random()
    if chance < 0.04:
        return _Day(earliest=None, latest=happened, grain="day", words="earlier", lasting=False)
    if chance < 0.05:
        return _Day(earliest=None, latest=None, grain="day", words="once", lasting=False)
    if chance < 0.10:
        days = random.randrange(3, 60)
        end = happened + timedelta(days=days)
        return _Day(earliest=happened, latest=end, grain="day", words=f"for {days} days", lasting=True)
    grain = random.choices(list(GRAINS), (0.72, 0.1, 0.1, 0.03, 0.05))[0]
    if grain == "day":
        words = f"on {happened.day} {happened:%B}"
        return _Day(earliest=happened, latest=happened, grain=grain, words=words, lasting=False)
    if grain == "week":
        first = happened - timedelta(days=happened.weekday())
    elif grain == "month":
        first = happened.replace(day=1)
    elif grain == "quarter":
        first = happened.replace(month=happened.month - (happened.month - 1) % 3, day=1)
    else:
        first = happened.replace(month=1, day=1)
    last = (
        first + timedelta(days=6) if grain == "week" else _end_of(first, {"month": 1, "quarter": 3, "year": 12}[grain])
    )
    words = {"week": "that week", "month": f"in {first:%B}", "quarter": "that quarter", "year": f"in {first.year}"}[
        grain
    ]
    return _Day(earliest=first, latest=last, grain=grain, words=words, lasting=False)


def _end_of(first: date, months: int) -> date:
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _mentions(
    rows: dict[str, list[dict[str, Any]]],
    random: Random,
    number: int,
    told: int,
    event: tuple[str, str, str, int, str],
    when: _Day,
) -> Iterator[dict[str, Any]]:
    event_id, event_type, phrase, about, actor = event
    syndicated = f"{random.choice(OPENINGS)}{actor} {phrase} {TOPICS[about]} {when.words}{random.choice(CLOSINGS)}."
    outlets = random.sample(OUTLETS, told)
    for copy in range(told):
        sentence = syndicated
        if random.random() < 0.7:
            sentence = (
                f"{random.choice(OPENINGS)}{actor} {phrase} {TOPICS[about]} {when.words}{random.choice(CLOSINGS)}."
            )
        published = (when.latest or date(2020, 1, 1)) + timedelta(days=random.randrange(6))
        title = f"{TOPICS[about][0].upper()}{TOPICS[about][1:]}: {random.choice(('council split', 'what we know'))}"
        text = f"{title}\n\n{sentence}"
        document_id = content_id("document", number, copy)
        rows["documents"].append(
            {
                **{"document_id": document_id, "source": outlets[copy], "title": title, "language": "en", "text": text},
                **{
                    "uri": f"https://{outlets[copy].lower().replace(' ', '-')}.example/{number}-{copy}",
                    "reader": "made",
                },
                **{"published": published, "published_earliest": published, "published_latest": published},
                **{"published_basis": "given", "duplicate_of": None, "landed_at": datetime(2026, 1, 1)},
            }
        )
        start = len(title) + 2
        trigger = text.index(phrase, start)
        time = text.index(f" {when.words}", trigger) + 1
        span = {"start": time, "end": time + len(when.words), "text": when.words}
        interval = {"earliest": when.earliest, "latest": when.latest, "grain": when.grain}
        rows["timexes"].append(
            {
                **{"document_id": document_id, "timex_no": 0, "value": "", "rule": "made", "anchor": "absolute"},
                **{"type": "DURATION" if when.lasting else "DATE", "offset_earliest": None, "offset_latest": None},
                **span,
                **interval,
            }
        )
        yield {
            **{"mention_id": content_id("mention", number, copy), "document_id": document_id, "event_id": event_id},
            **{"event_type": event_type, "trigger": phrase, "start": trigger, "end": trigger + len(phrase)},
            **{"sentence_start": start, "sentence_end": len(text), "modality": "asserted", "outcome": None},
            **{"date_basis": when.words, "timex_no": 0, "date_rule": "same_clause", "attributed_to": None},
            **{"offset_earliest": None, "offset_latest": None},
            **{"headline": False, "confidence": 0.8, "happening": 0},
            **interval,
        }


def _claims(
    rows: dict[str, list[dict[str, Any]]], random: Random, event_id: str, event_type: str, documents: list[str]
) -> None:
    if event_type not in ("motion", "vote", "protest"):
        return
    counted = "attendance" if event_type == "protest" else "for"
    n = random.randrange(20, 400)
    groups = [documents]
    if len(documents) > 1 and random.random() < 0.3:
        groups = [documents[:1], documents[1:]]
    for extra, group in enumerate(groups):
        rows["event_claims"].append(
            {
                **{"event_id": event_id, "attribute": counted, "value": str(n + 7 * extra), "documents": len(group)},
                **{"document_ids": group, "chosen": extra == 0},
            }
        )


def _links(rows: dict[str, list[dict[str, Any]]], random: Random) -> None:
    events = rows["events"]
    motions = [row for row in events if row["event_type"] == "motion"]
    votes = [row for row in events if row["event_type"] == "vote"]
    for vote in votes if motions else []:
        if random.random() < 0.3:
            other = random.choice(motions)
            rows["event_links"].append(
                {"event_id": vote["event_id"], "other_id": other["event_id"], "relation": "decides", "mention_id": None}
            )
