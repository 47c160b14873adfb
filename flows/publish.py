"""The last steps: a snapshot out of the tables, and what people read made of it."""

from typing import Any

import duckdb

from flows.settings import Settings
from flows.versions import code_version
from warehouse.lake import DATABASE, Lake

PAGE = "timeline.html"
SHAPING = ("events", "judgements", "published", "source")


def load(con: duckdb.DuckDBPyConnection, lake: Lake, settings: Settings, metrics: dict[str, Any]) -> str:
    """Writes the tables as a snapshot that nobody sees yet; returns its id."""
    told = {name: value for name, value in settings.model_dump(mode="json").items() if name in SHAPING}
    return lake.stage_snapshot(
        con,
        meta={
            "created_at": settings.instant(),
            "code_version": code_version(),
            "settings": told,
            "metrics": metrics,
        },
    )


def publish(lake: Lake, snapshot: str) -> None:
    """Makes a snapshot the one that people read: database, pointer and page."""
    lake.publish(snapshot)
    if lake.store.local is not None:
        from warehouse.explorer.explorer import write_page

        with duckdb.connect(lake.store.local / DATABASE, read_only=True) as con:
            write_page(con, lake.store.local / PAGE)
