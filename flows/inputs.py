"""The articles that people name on the command line: paths to files that can be read."""

import glob
import logging
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from transforms.readers import Defaults, read_stream
from transforms.readers.manifest import NAME, Listed, manifest
from transforms.records import Document, Reject
from warehouse.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file to read; `uri` is the same on every machine. `refused` says why it will not be opened."""

    path: Path
    uri: str
    defaults: Defaults
    refused: str | None = None

    @property
    def size(self) -> int:
        """Bytes that it takes to read it."""
        return 0 if self.refused else self.path.stat().st_size

    def read(self, landed_at: datetime) -> Iterator[Document | Reject]:
        """Its documents and rejects, streamed; a file that cannot be opened or read on is a reject."""
        if self.refused is not None:
            yield self._reject("refused", self.refused)
            return
        for parser in ("pypdf", "trafilatura", "htmldate"):
            # What they complain of shows in rejects and documents, not between the lines of a progress bar.
            logging.getLogger(parser).setLevel(logging.CRITICAL)
        try:
            with self.path.open("rb") as file:
                yield from read_stream(file, uri=self.uri, defaults=self.defaults, landed_at=landed_at)
        except OSError as error:
            yield self._reject("unreadable", error.strerror or str(error))

    def _reject(self, error: str, detail: str) -> Reject:
        return Reject(uri=self.uri, stage="read", error=error, detail=detail)


def expand(paths: Sequence[str | Path], *, published: str | date | None, source: str | None) -> list[Input]:
    """The files that paths, folders and globs stand for, each once, in the order of their names.

    A folder stands for all files under it but hidden ones; its `manifest.jsonl`, where there is one, gives sources,
    days and addresses by file name. `published` and `source` are for inputs that carry none. The uri of a file is its
    path from the parent of the path named, so that `articles/` gives `articles/a.txt` wherever it lies. Device files,
    links to folders, links that lead nowhere and folders that may not be listed are refused, not passed over.

    Raises:
        UserError: a path that does not exist, a manifest or day that cannot be read, or no file at all.
    """
    manifests = _Manifests(Defaults(source=source, published=_day(published)))
    found: dict[str, Input] = {}
    for root in sorted(_roots(paths)):
        for entry in _files(Path(os.path.abspath(root)), manifests):
            found.setdefault(str(entry.path), entry)
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


def _files(root: Path, manifests: "_Manifests") -> Iterator[Input]:
    if not root.is_dir():
        yield manifests.input(root, root.parent, root.parent)
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted([*names, *links]):
            if not name.startswith(".") and name != NAME:
                yield manifests.input(here / name, root, root.parent)
    for error in closed:
        entry = manifests.input(Path(error.filename), root, root.parent)
        yield replace(entry, refused=f"a folder that cannot be listed: {error.strerror}")


class _Manifests:
    """The manifests met on the way, each read once."""

    def __init__(self, defaults: Defaults) -> None:
        self._defaults = defaults
        self._read: dict[Path, dict[str, Listed]] = {}

    def input(self, path: Path, root: Path, base: Path) -> Input:
        """The input at a path, with what the nearest manifest between it and the root says of it."""
        known = self._said(path, root)
        uri = known.uri or path.relative_to(base).as_posix()
        return Input(path=path, uri=uri, defaults=known.defaults, refused=_refusal(path))

    def _said(self, path: Path, root: Path) -> Listed:
        for folder in path.parents:
            if known := self._of(folder).get(path.relative_to(folder).as_posix()):
                return known
            if folder == root:
                break
        return Listed(uri=None, defaults=self._defaults)

    def _of(self, folder: Path) -> dict[str, Listed]:
        if folder not in self._read:
            path = folder / NAME
            try:
                text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
                self._read[folder] = manifest(text, self._defaults)
            except (ValueError, OSError) as error:
                raise UserError(f"{path}: {error}") from None
        return self._read[folder]


def _refusal(path: Path) -> str | None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return f"a link that leads nowhere or in a circle: {error.strerror}"
    if stat.S_ISDIR(mode):
        return "a link to a folder is not followed; name the folder itself"
    return None if stat.S_ISREG(mode) else "not a regular file"
