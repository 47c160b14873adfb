"""The articles that people name on the command line: paths to files that can be read."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from transforms.readers import Defaults, read_stream
from transforms.readers.manifest import NAME, manifest
from transforms.records import Document, Reject
from warehouse.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file to read; `uri` is the same on every machine. `refused` says why it will not be opened."""

    path: Path
    uri: str
    defaults: Defaults
    refused: str | None = None

    def read(self, landed_at: datetime) -> Iterator[Document | Reject]:
        """Its documents and rejects, streamed; a file that cannot be opened or read on is a reject."""
        if self.refused is not None:
            yield self._reject("refused", self.refused)
            return
        try:
            with self.path.open("rb") as file:
                yield from read_stream(file, uri=self.uri, defaults=self.defaults, landed_at=landed_at)
        except OSError as error:
            yield self._reject("unreadable", error.strerror or str(error))

    def _reject(self, error: str, detail: str) -> Reject:
        return Reject(uri=self.uri, stage="read", error=error, detail=detail)


def expand(paths: Sequence[str | Path], *, published: str | date | None, source: str | None) -> list[Input]:
    """The files that paths, folders and globs stand for, each once, in the order of their names.

    A folder stands for all files under it but hidden ones; its `manifest.jsonl`, where there is one, gives sources and
    days by file name. `published` and `source` are for inputs that carry none. The uri of a file is its path from the
    parent of the path named, so that `articles/` gives `articles/a.txt` wherever it lies. Device files, and links that
    lead out of a folder or in a circle, are refused, not followed.

    Raises:
        UserError: a path that does not exist, a manifest or day that cannot be read, or no file at all.
    """
    defaults = Defaults(source=source, published=_day(published))
    found: dict[str, Input] = {}
    for root in sorted(_roots(paths)):
        for entry in _files(root, defaults):
            found.setdefault(os.path.abspath(entry.path), entry)
    if not found:
        raise UserError(f"no articles in {', '.join(str(path) for path in paths) or 'nothing'}: name files or folders")
    return sorted(found.values(), key=lambda entry: (entry.uri, str(entry.path)))


def _day(value: str | date | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UserError(f"not a day: {value!r}; write YYYY-MM-DD") from None


def _roots(paths: Sequence[str | Path]) -> Iterator[Path]:
    for path in paths:
        if os.path.lexists(path):
            yield Path(path)
            continue
        matched = glob.glob(str(path), recursive=True) if glob.has_magic(str(path)) else []
        if not matched:
            raise UserError(f"no such file or folder: {path}")
        yield from (Path(match) for match in matched)


def _files(root: Path, defaults: Defaults) -> Iterator[Input]:
    base = Path(os.path.abspath(root)).parent
    if not root.is_dir():
        yield _input(root, base, _manifest(root.parent, defaults).get(root.name, defaults))
        return
    listed = {Path(os.path.abspath(root)): _manifest(root, defaults)}
    for folder, folders, names in os.walk(os.path.abspath(root)):
        here = Path(folder)
        known = listed.setdefault(here, _manifest(here, defaults))
        folders.sort()
        for name in [name for name in folders if (here / name).is_symlink()]:
            yield _input(here / name, base, defaults)
        folders[:] = [name for name in folders if not name.startswith(".") and not (here / name).is_symlink()]
        for name in sorted(names):
            if not name.startswith(".") and name != NAME:
                yield _input(here / name, base, known.get(name, _outer(listed, here / name, defaults)))


def _outer(listed: dict[Path, dict[str, Defaults]], path: Path, defaults: Defaults) -> Defaults:
    """What the nearest manifest above says of a file by its path from there."""
    for folder in path.parents:
        if folder in listed and (known := listed[folder].get(path.relative_to(folder).as_posix())):
            return known
    return defaults


def _manifest(folder: Path, defaults: Defaults) -> dict[str, Defaults]:
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        return manifest(path.read_text(encoding="utf-8-sig"), defaults)
    except (ValueError, OSError) as error:
        raise UserError(f"{path}: {error}") from None


def _input(path: Path, base: Path, defaults: Defaults) -> Input:
    uri = Path(os.path.abspath(path)).relative_to(base).as_posix()
    return Input(path=path, uri=uri, defaults=defaults, refused=_refusal(path))


def _refusal(path: Path) -> str | None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return f"a link that leads nowhere or in a circle: {error.strerror}"
    if stat.S_ISDIR(mode):
        return "a link to a folder is not followed; name the folder itself"
    return None if stat.S_ISREG(mode) else "not a regular file"
