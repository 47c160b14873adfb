"""Clusters -> the tables of events."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.dedup.days import date_events
from transforms.dedup.features import default_model
from transforms.dedup.identity import read_known_events
from transforms.dedup.sql import run, sql, store
from transforms.dedup.title import Party, title
from transforms.dedup.units import read_families, read_generic_names
from transforms.rows import each_row

NEAR = 600
"""Characters of one article within which two events are looked at for a link."""


def merge_events(
    con: DuckDBPyConnection,
    *,
    previous: str | None = None,
    snapshot_id: str = "",
    families: Mapping[str, str] | None = None,
) -> None:
    """Create `events`, `event_roles`, `event_claims`, `event_links` and `event_history` from `clusters`.

    The days of a mention are those of the table `mention_days(mention_id, earliest, latest, grain)` where it exists,
    else the mention's own. `previous` names the schema of the snapshot before; `snapshot_id` is the name of this one,
    under which changes of ids are entered. `families` maps event types to families; without it the seeds' types do.
    """
    read_families(con, families)
    read_generic_names(con)
    _tell_days(con)
    date_events(con)
    run(con, sql("merge.sql"))
    _title_events(con)
    run(con, sql("events.sql"))
    _relate(con)
    run(con, sql("links.sql"), near=NEAR)
    read_known_events(con, previous)
    run(con, sql("history.sql"), snapshot_id=snapshot_id)


def _tell_days(con: DuckDBPyConnection) -> None:
    tables = {row[0] for row in con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()}
    days = "mention_days" if "mention_days" in tables else "mentions"
    con.execute(f"CREATE OR REPLACE TEMP TABLE told_days AS SELECT mention_id, earliest, latest, grain FROM {days}")


def _title_events(con: DuckDBPyConnection) -> None:
    titled = [
        (
            event_id,
            title(
                event_type=event_type,
                modality=modality,
                outcome=outcome,
                parties=_by_role(parties or []),
                triggers=triggers,
                evidence=evidence,
            ),
        )
        for event_id, event_type, modality, outcome, parties, triggers, evidence in each_row(con, sql("titles.sql"))
    ]
    store(con, "event_titles", titled, {"event_id": pa.string(), "title": pa.string()})


def _by_role(parties: list[dict[str, Any]]) -> dict[str, list[Party]]:
    roles: dict[str, list[Party]] = {}
    for party in parties:
        roles.setdefault(party["role"], []).append(
            Party(name=party["name"], plural=party["plural"], words=tuple(party["words"]))
        )
    return roles


def _relate(con: DuckDBPyConnection) -> None:
    """Store which relation a pair of event types can have, as `seeds/dedup.toml` says."""
    rows = [
        (event_type, other, relation.name)
        for relation in default_model().relation
        for event_type in relation.source
        for other in relation.to
    ]
    store(con, "relations", rows, dict.fromkeys(("event_type", "other_type", "relation"), pa.string()))
