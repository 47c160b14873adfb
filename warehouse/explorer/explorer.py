"""Fills the page: one file with the data in it, opened from disk, that asks nothing of any network."""

import html
import os
import tempfile
from pathlib import Path
from string import Template

import duckdb

from warehouse.explorer.assemble import asset, content_security_policy, script
from warehouse.explorer.columns import packed
from warehouse.explorer.events import event_columns
from warehouse.explorer.evidence import evidence_columns


def write_page(con: duckdb.DuckDBPyConnection, path: Path | str, *, pages: str | None = None) -> None:
    """Writes the explorer over the tables of an open connection to `path`, which holds the old page or the new one.

    The same tables give the same bytes. `pages` is where the events' own pages stand, such as `events/`, relative to
    the page; null when there are none.

    Raises:
        OSError: the page cannot be written there.
    """
    write_text(Path(path), page(con, pages=pages))


def page(con: duckdb.DuckDBPyConnection, *, pages: str | None = None) -> str:
    """The explorer as text."""
    events, ids = event_columns(con)
    events["pages"] = pages
    style, code = asset("explorer.css"), script()
    return Template(asset("template.html")).substitute(
        policy=html.escape(content_security_policy([code], [style])),
        style=style,
        script=code,
        events=packed(events),
        evidence=packed(evidence_columns(con, ids)),
    )


def write_text(path: Path, text: str) -> None:
    """Writes a file whole or not at all.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
