"""Small worlds of articles and mentions, in the tables that dedup reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import duckdb

TABLES = """
CREATE TABLE documents (document_id VARCHAR, source VARCHAR, uri VARCHAR, text VARCHAR, published DATE,
    duplicate_of VARCHAR);
CREATE TABLE mentions (mention_id VARCHAR, document_id VARCHAR, happening INTEGER, event_type VARCHAR, trigger VARCHAR,
    start INTEGER, "end" INTEGER, sentence_start INTEGER, sentence_end INTEGER, modality VARCHAR, outcome VARCHAR,
    earliest DATE, latest DATE, grain VARCHAR, date_basis VARCHAR, headline BOOLEAN, confidence DOUBLE,
    offset_earliest INTEGER, offset_latest INTEGER);
CREATE TABLE mention_roles (mention_id VARCHAR, role VARCHAR, start INTEGER, "end" INTEGER, name VARCHAR,
    entity_id VARCHAR);
CREATE TABLE mention_counts (mention_id VARCHAR, start INTEGER, "end" INTEGER, n BIGINT, counted VARCHAR);
CREATE TABLE entities (entity_id VARCHAR, name VARCHAR, kind VARCHAR, aliases VARCHAR[]);
"""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One mention: its sentence is the whole of the text it adds to its article."""

    id: str
    article: str
    sentence: str
    type: str | None = "motion"
    trigger: str = "motion"
    happening: int | None = 0
    days: tuple[str | None, str | None] = (None, None)
    modality: str = "asserted"
    outcome: str | None = None
    roles: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


def world(told: Iterable[Told], published: Mapping[str, str] = {}, sources: Mapping[str, str] = {}):
    """An open connection that holds these mentions; an article's text is its mentions' sentences, a line each."""
    con = duckdb.connect()
    con.execute(TABLES)
    texts: dict[str, str] = {}
    for mention in told:
        before = texts.get(mention.article, "")
        start = len(before) + 1 if before else 0
        texts[mention.article] = f"{before}\n{mention.sentence}" if before else mention.sentence
        con.execute(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, 0.8, null, null)",
            [
                mention.id,
                mention.article,
                mention.happening,
                mention.type,
                mention.trigger,
                start,
                start + len(mention.sentence),
                start,
                start + len(mention.sentence),
                mention.modality,
                mention.outcome,
                *(date.fromisoformat(day) if day else None for day in mention.days),
                "day" if all(mention.days) and mention.days[0] == mention.days[1] else None,
                "then" if all(mention.days) else None,
            ],
        )
        for role, names in mention.roles.items():
            for name in [names] if isinstance(names, str) else names:
                con.execute(
                    "INSERT INTO mention_roles VALUES (?, ?, 0, 0, ?, ?)", [mention.id, role, name, f"e {name}"]
                )
                kind = "group" if name.endswith("s") else "person"
                con.execute(
                    "INSERT INTO entities SELECT ?, ?, ?, [] WHERE ? NOT IN (SELECT entity_id FROM entities)",
                    [f"e {name}", name, kind, f"e {name}"],
                )
        for counted, n in mention.counts.items():
            con.execute("INSERT INTO mention_counts VALUES (?, 0, 0, ?, ?)", [mention.id, n, counted])
    for article, text in texts.items():
        day = published.get(article)
        con.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, NULL)",
            [article, sources.get(article, article), f"{article}.txt", text, date.fromisoformat(day) if day else None],
        )
    return con


def groups(con) -> set[frozenset[str]]:
    """The clusters, as sets of mention ids."""
    rows = con.execute("SELECT list(mention_id) FROM clusters GROUP BY event_id").fetchall()
    return {frozenset(row[0]) for row in rows}
