"""The landing zone: everything ever fetched, as it came, so that a better reader can read it again.

    LANDING/<day>-<batch>/<hash>.gz       the bytes, named by their hash, packed
    LANDING/<day>-<batch>/manifest.jsonl  address, source, day, headers of each: `daybook run LANDING` reads it all
    LANDING/.known.sqlite                 which addresses and contents are known, and the rules of hosts

A batch is written beside its place and renamed, so it is there as a whole or not at all; what is known is noted after
that, so a run that is killed fetches its last batch again and lands the same bytes under the same names.
"""

import gzip
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from flows.fetch import Page, Validators
from transforms.ids import content_id
from transforms.readers.links import Link
from transforms.readers.manifest import NAME
from warehouse.errors import UserError

_TABLES = """
    CREATE TABLE IF NOT EXISTS addresses (address TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, hash TEXT);
    CREATE TABLE IF NOT EXISTS polls (source TEXT PRIMARY KEY, polled REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS contents (hash TEXT PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, rules TEXT NOT NULL, noted REAL NOT NULL);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """One page to land, with what its source says of it; `addresses` are all under which it is known from now on."""

    page: Page
    link: Link
    timezone: str
    addresses: tuple[str, ...]


class Landing:
    """A landing zone in a local folder; one writer at a time."""

    def __init__(self, folder: str | Path, now: datetime | None = None) -> None:
        if "://" in str(folder):
            raise UserError(f"a landing zone is a local folder, not {folder}: name one with --landing")
        self.folder = Path(folder)
        self.now = now or datetime.now(UTC)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._known = sqlite3.connect(self.folder / ".known.sqlite", isolation_level=None)
        self._known.executescript(_TABLES)
        for left in self.folder.glob(".tmp-*"):
            shutil.rmtree(left)

    def close(self) -> None:
        """Let go of the zone."""
        self._known.close()

    def __enter__(self) -> "Landing":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def validators(self, address: str) -> Validators | None:
        """What the server said when the address was last read, or null when it never was."""
        row = self._known.execute("SELECT etag, last_modified FROM addresses WHERE address = ?", [address]).fetchone()
        return Validators(etag=row[0], last_modified=row[1]) if row else None

    def knows(self, address: str) -> bool:
        """Whether the page at an address has landed."""
        return bool(self._known.execute("SELECT 1 FROM addresses WHERE address = ?", [address]).fetchall())

    def note(self, address: str, page: Page | None) -> None:
        """Remember that an address was read, and what its server said of the answer."""
        said = page.validators if page else Validators()
        row = [address, said.etag, said.last_modified, content_hash(page.body) if page else None]
        self._known.execute("INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?)", row)

    def polled(self, source: str) -> datetime | None:
        """When a source was polled last, or null."""
        row = self._known.execute("SELECT polled FROM polls WHERE source = ?", [source]).fetchone()
        return datetime.fromtimestamp(row[0], UTC) if row else None

    def note_poll(self, source: str) -> None:
        """Remember that a source is polled now."""
        self._known.execute("INSERT OR REPLACE INTO polls VALUES (?, ?)", [source, self.now.timestamp()])

    def robots(self, origin: str, newest: float) -> str | None:
        """The rules of a host noted at `newest` or later, or null."""
        query = "SELECT rules FROM robots WHERE origin = ? AND noted >= ?"
        row = self._known.execute(query, [origin, newest]).fetchone()
        return str(row[0]) if row else None

    def note_robots(self, origin: str, rules: str) -> None:
        """Remember the rules of a host."""
        row = [origin, rules, self.now.timestamp()]
        self._known.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", row)

    def land(self, batch: list[Landed]) -> list[Path]:
        """Write a batch of pages and note their addresses; bytes that landed before are not written again."""
        fresh = {content_hash(one.page.body): one for one in reversed(batch) if one.page.body}
        fresh = {key: one for key, one in sorted(fresh.items()) if not self._has(key)}
        written: list[Path] = []
        if fresh:
            folder = self.folder / f"{self.now:%Y-%m-%d}-{content_id('batch', *fresh)}"
            with self._whole(folder) as beside:
                rows = [self._write(beside, key, one) for key, one in fresh.items()]
                (beside / NAME).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            written = [folder / f"{key}.gz" for key in fresh]
        with self._transaction():
            self._known.executemany("INSERT OR IGNORE INTO contents VALUES (?)", [[key] for key in fresh])
            for one in batch:
                for address in one.addresses:
                    self.note(address, one.page)
        return written

    def _has(self, key: str) -> bool:
        return bool(self._known.execute("SELECT 1 FROM contents WHERE hash = ?", [key]).fetchall())

    def _write(self, folder: Path, key: str, one: Landed) -> dict[str, object]:
        (folder / f"{key}.gz").write_bytes(gzip.compress(one.page.body, 6, mtime=0))
        days = one.link.published
        exact = days.earliest if days and days.earliest == days.latest else None
        return {
            "file": f"{key}.gz",
            "uri": one.page.address,
            "source": one.link.source,
            "title": one.link.title,
            "language": one.link.language,
            "timezone": one.timezone,
            "published": exact.isoformat() if exact else None,
            "fetched_at": self.now.isoformat(),
            "status": one.page.status,
            "headers": one.page.headers,
        }

    @contextmanager
    def _whole(self, folder: Path) -> Iterator[Path]:
        beside = folder.with_name(f".tmp-{folder.name}")
        beside.mkdir()
        try:
            yield beside
            if folder.exists():
                shutil.rmtree(folder)
            os.replace(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with closing(self._known.cursor()) as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")


def content_hash(data: bytes) -> str:
    """The name of bytes: 32 hexadecimal digits of BLAKE2b."""
    return blake2b(data, digest_size=16).hexdigest()
