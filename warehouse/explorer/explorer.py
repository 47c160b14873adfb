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


def write_page(con: duckdb.DuckDBPyConnection, path: Path | str) -> None:
    """Writes the explorer over the tables and views of an open connection.

    `path` holds the old page or the new one, never a part. The same tables give the same bytes.

    Raises:
        OSError: the page cannot be written there.
    """
    write_whole(Path(path), page_bytes(con))


def page_bytes(con: duckdb.DuckDBPyConnection) -> bytes:
    """The explorer as the bytes of its file."""
    return page(con).encode("utf-8", "replace")


def page(con: duckdb.DuckDBPyConnection, *, pages: str | None = None, head: str = "") -> str:
    """The explorer as text.

    `pages` is where the events' own pages stand, such as `events/`, relative to the page; null when there are none.
    `head` is markup for the page's head.
    """
    events, ids = event_columns(con)
    events["pages"] = pages
    style, code = asset("explorer.css"), script()
    return Template(asset("template.html")).substitute(
        policy=html.escape(content_security_policy([code], [style])),
        head=head,
        style=style,
        script=code,
        events=packed(events),
        evidence=packed(evidence_columns(con, ids)),
    )


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all.

    Raises:
        OSError: the folder cannot be written; names the file that was asked for.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError) and Path(error.filename or "").name.startswith(f".{path.name}."):
            error.filename, error.filename2 = str(path), None
        raise
