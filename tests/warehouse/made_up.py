"""A small made-up lake: three articles of two outlets, four events, one of them disputed."""

from datetime import date, datetime
from typing import Any

import duckdb
import pyarrow as pa

from transforms.ids import content_id
from transforms.records import Annotation, Count, Document, Entity, Mention, Reject, Role, Timex
from warehouse.rows import annotation_tables, document_table, reject_table
from warehouse.snapshot import RunMeta

META: RunMeta = {
    "created_at": datetime(2024, 5, 9, 12),
    "code_version": "0.1.0",
    "settings": {"lake": "here"},
    "metrics": {"documents": 3},
}

TEXTS = {
    "north": "Council censures mayor\n"
    "Hollin Council passed a motion of censure against Ada Quill on Tuesday by 21 votes to 9.",
    "south": "Mayor censured\n"
    "A motion of censure against Ada Quill was passed by Hollin Council on Tuesday by 22 votes to 9.",
    "later": "Ms Quill said she would resign next week. A protest was called for by =Friends of Hollin.",
}
DAYS = {"north": date(2024, 5, 8), "south": date(2024, 5, 8), "later": date(2024, 5, 9)}
OUTLETS = {"north": "Northern Post", "south": "Southern Mail", "later": "Northern Post"}


def document(key: str, **changes: Any) -> Document:
    fields: dict[str, Any] = {
        "document_id": content_id("document", OUTLETS[key], TEXTS[key]),
        "source": OUTLETS[key],
        "uri": f"https://example.org/{key}",
        "title": TEXTS[key].split("\n")[0] if "\n" in TEXTS[key] else None,
        "language": "en",
        "published": DAYS[key],
        "published_earliest": DAYS[key],
        "published_latest": DAYS[key],
        "published_basis": "given",
        "text": TEXTS[key],
        "duplicate_of": None,
        "landed_at": datetime(2024, 5, 9, 11),
        "reader": "plain",
    }
    return Document(**{**fields, **changes})


def entity(name: str, kind: Any, *aliases: str) -> Entity:
    return Entity(entity_id=content_id("entity", name, kind), name=name, kind=kind, aliases=aliases)


QUILL = entity("Ada Quill", "person", "Ms Quill")
COUNCIL = entity("Hollin Council", "organisation")
FRIENDS = entity("=Friends of Hollin", "group")


def mention(key: str, words: str, event_type: str, **changes: Any) -> Mention:
    text = TEXTS[key]
    start = text.index(words)
    first = max(text.rfind("\n", 0, start) + 1, text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0)
    stop = text.find(".", start) + 1
    fields: dict[str, Any] = {
        "mention_id": content_id("mention", key, start, event_type),
        "document_id": document(key).document_id,
        "happening": 0,
        "event_type": event_type,
        "trigger": words,
        "start": start,
        "end": start + len(words),
        "sentence_start": first,
        "sentence_end": stop,
        "modality": "asserted",
        "outcome": None,
        "earliest": None,
        "latest": DAYS[key],
        "grain": None,
        "date_basis": None,
        "timex_no": None,
        "offset_earliest": None,
        "offset_latest": None,
        "date_rule": "before publication",
        "attributed_to": None,
        "headline": False,
        "confidence": 0.9,
        "roles": (),
        "counts": (),
    }
    return Mention(**{**fields, **changes})


def role(key: str, name: Any, who: Entity, words: str | None = None) -> Role:
    start = TEXTS[key].index(words or who.name)
    return Role(
        role=name,
        start=start,
        end=start + len(words or who.name),
        name=who.name,
        kind=who.kind,
        entity_id=who.entity_id,
    )


def count(key: str, n: int, counted: Any) -> Count:
    start = TEXTS[key].index(f"{n}")
    return Count(start=start, end=start + len(f"{n}"), n=n, counted=counted)


def tuesday(key: str) -> Timex:
    start = TEXTS[key].index("Tuesday")
    day = date(2024, 5, 7)
    return Timex(
        start=start,
        end=start + 7,
        text="Tuesday",
        type="DATE",
        value="2024-05-07",
        earliest=day,
        latest=day,
        grain="day",
        rule="weekday",
        anchor="published",
        offset_earliest=-6,
        offset_latest=0,
    )


def censure(key: str, votes_for: int) -> Annotation:
    told = mention(
        key,
        "motion of censure",
        "motion",
        outcome="passed",
        earliest=date(2024, 5, 7),
        latest=date(2024, 5, 7),
        grain="day",
        date_basis="Tuesday",
        timex_no=0,
        offset_earliest=None,
        offset_latest=None,
        date_rule="same clause",
        roles=(role(key, "body", COUNCIL), role(key, "target", QUILL)),
        counts=(count(key, votes_for, "for"), count(key, 9, "against")),
    )
    return Annotation(
        document_id=told.document_id, timexes=(tuesday(key),), mentions=(told,), entities=(QUILL, COUNCIL)
    )


def annotations() -> list[Annotation]:
    leaving = mention(
        "later",
        "resign",
        "resignation",
        modality="planned",
        earliest=date(2024, 5, 13),
        latest=date(2024, 5, 19),
        grain="week",
        date_basis="next week",
        date_rule="same clause",
        attributed_to="Ada Quill",
        roles=(role("later", "actor", QUILL, "Ms Quill"),),
    )
    protest = mention(
        "later",
        "protest",
        "protest",
        happening=1,
        modality="possible",
        earliest=date(2024, 5, 9),
        latest=None,
        roles=(role("later", "actor", FRIENDS),),
    )
    later = Annotation(
        document_id=leaving.document_id, timexes=(), mentions=(leaving, protest), entities=(QUILL, FRIENDS)
    )
    return [censure("north", 21), censure("south", 22), later]


def run_tables() -> dict[str, pa.Table]:
    """The tables of a run over the made-up articles, events merged by hand."""
    found = annotations()
    tables = {
        "documents": document_table([document(key) for key in TEXTS]),
        "rejects": reject_table([Reject(uri="blank.txt", stage="land", error="empty", detail="the file is empty")]),
        **annotation_tables(found),
    }
    north, south, leaving, protest = (m.mention_id for annotation in found for m in annotation.mentions)
    with duckdb.connect() as con:
        for name, data in tables.items():
            con.register(f"{name}_in", data)
        con.execute("CREATE TABLE clusters (mention_id VARCHAR, event_id VARCHAR)")
        con.executemany(
            "INSERT INTO clusters VALUES (?, ?)", [(north, "e1"), (south, "e1"), (leaving, "e2"), (protest, "e3")]
        )
        tables["mentions"] = con.sql(
            "SELECT m.* EXCLUDE (event_id), c.event_id FROM mentions_in m JOIN clusters c USING (mention_id)"
        ).to_arrow_table()
        tables["events"] = con.sql(EVENTS).to_arrow_table()
        tables["event_roles"] = con.sql(
            """SELECT c.event_id, r.role, r.entity_id, any_value(n.name) AS name,
            count(DISTINCT m.document_id) AS documents
            FROM mention_roles_in r JOIN clusters c USING (mention_id) JOIN mentions_in m USING (mention_id)
            JOIN entities_in n USING (entity_id) GROUP BY ALL"""
        ).to_arrow_table()
        tables["event_claims"] = con.sql(
            """SELECT c.event_id, k.counted AS attribute, k.n::VARCHAR AS value,
            count(DISTINCT m.document_id) AS documents,
            list(DISTINCT m.document_id ORDER BY m.document_id) AS document_ids, k.n <> 22 AS chosen
            FROM mention_counts_in k JOIN clusters c USING (mention_id) JOIN mentions_in m USING (mention_id)
            GROUP BY ALL"""
        ).to_arrow_table()
    first, second = sorted((north, south))
    tables["pairs"] = pa.table(
        {
            "mention_a": [first, min(north, leaving)],
            "mention_b": [second, max(north, leaving)],
            "score": [9.5, -3.0],
            "same": [True, False],
            "distinctive": [True, False],
            "conflict": pa.array([None, "other days"], pa.string()),
            "shared_body": pa.array([4.0, -4.0], pa.float64()),
            "same_days": pa.array([3.0, None], pa.float64()),
        }
    )
    tables["event_links"] = pa.table(
        {"event_id": ["e2"], "other_id": ["e1"], "relation": ["responds_to"], "evidence": [leaving]}
    )
    tables["date_reasons"] = pa.table(
        {
            "subject_kind": ["event"] * 2,
            "subject_id": ["e1"] * 2,
            "side": ["earliest"] * 2,
            "step": [0, 1],
            "day": [date(2024, 5, 8), date(2024, 5, 7)],
            "statement": ["published on 2024-05-08", "'Tuesday' is a Tuesday up to 6 days before"],
            "document_id": [document("north").document_id] * 2,
            "mention_id": [None, north],
            "set_aside": [False, False],
        }
    )
    return tables


EVENTS = """
SELECT 'e1' AS event_id, 'motion' AS event_type, 'decision' AS family,
  'Hollin Council: motion against Ada Quill' AS title,
  DATE '2024-05-07' AS earliest, DATE '2024-05-07' AS latest, 'day' AS grain, DATE '2024-05-07' AS best_day,
  'asserted' AS modality, 'passed' AS outcome, 2 AS documents, 2 AS sources, DATE '2024-05-08' AS first_reported,
  DATE '2024-05-08' AS last_reported, 0.9::DOUBLE AS confidence
UNION ALL SELECT 'e2', 'resignation', 'membership', 'Ada Quill: resignation', '2024-05-13', '2024-05-19', 'week',
  '2024-05-16', 'planned', NULL, 1, 1, '2024-05-09', '2024-05-09', 0.9
UNION ALL SELECT 'e3', 'protest', 'assembly', '=Friends of Hollin: protest', '2024-05-09', NULL, NULL, NULL,
  'possible', NULL, 1, 1, '2024-05-09', '2024-05-09', 0.9
"""
