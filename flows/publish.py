"""The last steps: a snapshot out of the tables, and what people read made of it, all of it or none."""

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from flows.settings import Settings
from flows.versions import code_version
from warehouse.lake import DATABASE, POINTER, Lake
from warehouse.store import TEMPORARY

PAGE = "timeline.html"
SHAPING = ("events", "judgements", "published", "source")
READ = (DATABASE, PAGE, POINTER)
"""What people read of a lake; the pointer last."""


def load(
    con: duckdb.DuckDBPyConnection, lake: Lake, settings: Settings, instant: datetime, metrics: dict[str, Any]
) -> str:
    """Writes the tables as a snapshot that nobody sees yet; returns its id."""
    told = {name: value for name, value in settings.model_dump(mode="json").items() if name in SHAPING}
    return lake.stage_snapshot(
        con,
        meta={
            "created_at": instant,
            "code_version": code_version(),
            "settings": told,
            "metrics": metrics,
        },
    )


def publish(lake: Lake, snapshot: str, memory: str | None) -> None:
    """Makes a snapshot the one that people read: database, pointer and page; `memory` is what DuckDB may take.

    The page is made of the new database while that is checked, and put in its place after it.
    """
    from warehouse.explorer.explorer import page_bytes, write_whole

    made: list[bytes] = []
    lake.publish(snapshot, read=lambda con: made.append(page_bytes(con)), memory=memory)
    if lake.store.local is not None:
        write_whole(lake.store.local / PAGE, made[0])


class Before:
    """What people read before a publish, held by hard links, which take no room on a disk that is full.

    In a bucket the pointer alone is replaced, and nothing follows it that could fail.
    """

    def __init__(self, lake: Lake) -> None:
        self.root = lake.store.local
        self.aside = Path() if self.root is None else self.root / f"{TEMPORARY}{os.getpid()}-before"
        if self.root is not None:
            shutil.rmtree(self.aside, ignore_errors=True)
            self.aside.mkdir(parents=True)
            for name in READ:
                if (self.root / name).exists():
                    os.link(self.root / name, self.aside / name)

    def restore(self) -> None:
        """Puts all of it back in its place; what was not there before goes."""
        if self.root is None:
            return
        for name in READ:
            if (self.aside / name).exists():
                os.replace(self.aside / name, self.root / name)
            else:
                (self.root / name).unlink(missing_ok=True)

    def forget(self) -> None:
        """Lets go of it."""
        if self.root is not None:
            shutil.rmtree(self.aside, ignore_errors=True)
