"""Files of a lake, in a local folder or in a bucket; only what is whole is ever visible.

A folder is whole when it holds its `manifest.json`. Locally it is written beside its place and renamed into it; in a
bucket, where nothing can be renamed, the manifest is written last.
"""

import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import fs

from warehouse.errors import UserError

MANIFEST = "manifest.json"
TEMPORARY = ".tmp-"


class Store:
    """Files under one root of a pyarrow file system; paths are relative, with forward slashes."""

    local: Path | None = None

    def __init__(self, files: fs.FileSystem, root: str) -> None:
        self.files = files
        self.root = root.rstrip("/")

    def path(self, name: str) -> str:
        """The path of a file for the file system."""
        return f"{self.root}/{name}"

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or null when there is none.

        Raises:
            UserError: it cannot be read.
        """
        try:
            with self.files.open_input_stream(self.path(name)) as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = " ".join(str(error).split())[:300]
            raise UserError(f"{self.path(name)} cannot be read: {reason}") from error

    def write(self, name: str, data: bytes) -> None:
        """A small file, replaced as one."""
        with self.files.open_output_stream(self.path(name)) as stream:
            stream.write(data)

    def exists(self, name: str) -> bool:
        """Whether there is such a file or folder."""
        return bool(self.files.get_file_info(self.path(name)).type != fs.FileType.NotFound)

    def folders(self, folder: str) -> list[str]:
        """Sorted names of the folders in a folder."""
        selector = fs.FileSelector(self.path(folder), allow_not_found=True)
        found = [entry.base_name for entry in self.files.get_file_info(selector) if entry.type == fs.FileType.Directory]
        return sorted(name for name in found if not name.startswith(TEMPORARY))

    def names(self, folder: str) -> list[str]:
        """Sorted names of the whole folders in a folder."""
        return [name for name in self.folders(folder) if self.exists(f"{folder}/{name}/{MANIFEST}")]

    def copy(self, source: str, target: str) -> None:
        """The same bytes under another name, without moving them where the file system can."""
        self.files.copy_file(self.path(source), self.path(target))

    def move(self, source: str, target: str) -> None:
        """A folder to another place; here by copies, the manifest last."""
        self.delete(target)
        selector = fs.FileSelector(self.path(source), recursive=True)
        found = [entry.path for entry in self.files.get_file_info(selector) if entry.type == fs.FileType.File]
        names = sorted(
            (path[len(self.path(source)) + 1 :] for path in found), key=lambda name: (name == MANIFEST, name)
        )
        for name in names:
            self.copy(f"{source}/{name}", f"{target}/{name}")
        self.delete(source)

    def delete(self, folder: str) -> None:
        """A folder with all in it; its manifest goes first, so that it is never half there."""
        if self.exists(f"{folder}/{MANIFEST}"):
            self.files.delete_file(self.path(f"{folder}/{MANIFEST}"))
        if self.exists(folder):
            self.files.delete_dir(self.path(folder))

    def clean(self, folder: str) -> None:
        """Remove folders that a writer left unfinished."""
        selector = fs.FileSelector(self.path(folder), allow_not_found=True)
        for entry in self.files.get_file_info(selector):
            if entry.type == fs.FileType.Directory and not self.exists(f"{folder}/{entry.base_name}/{MANIFEST}"):
                self.files.delete_dir(entry.path)

    @contextmanager
    def folder(self, name: str) -> Iterator[str]:
        """A folder to write into; yields where, and makes it whole when the block ends well."""
        yield name


class LocalStore(Store):
    """Files under a local folder, with renames, hard links and bytes forced to the disk."""

    def __init__(self, root: Path) -> None:
        super().__init__(fs.LocalFileSystem(), str(root))
        self.local: Path = root

    def write(self, name: str, data: bytes) -> None:
        """A small file, replaced as one by a rename."""
        target = self.local / name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f"{TEMPORARY}{os.getpid()}-{target.name}")
        try:
            with open(beside, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
        sync(target.parent)

    def copy(self, source: str, target: str) -> None:
        """A hard link, or a copy where the disk has none."""
        place = self.local / target
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.local / source, place)
        except OSError:
            shutil.copyfile(self.local / source, place)

    def move(self, source: str, target: str) -> None:
        """A folder to another place, by a rename."""
        self.delete(target)
        (self.local / target).parent.mkdir(parents=True, exist_ok=True)
        os.replace(self.local / source, self.local / target)

    def clean(self, folder: str) -> None:
        """Remove folders and files that a writer left unfinished, unless the writer still lives."""
        for entry in (self.local / folder).glob(f"{TEMPORARY}*"):
            writer = entry.name.removeprefix(TEMPORARY).split("-")[0]
            if not writer.isdecimal() or alive(int(writer)):
                continue
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    @contextmanager
    def folder(self, name: str) -> Iterator[str]:
        """A folder to write into, renamed into its place when the block ends well and removed when not."""
        parent, _, last = name.rpartition("/")
        beside = f"{parent}/{TEMPORARY}{os.getpid()}-{last}"
        shutil.rmtree(self.local / beside, ignore_errors=True)
        (self.local / beside).mkdir(parents=True)
        try:
            yield beside
            # the disk takes files that wait together in hardly more time than one
            with ThreadPoolExecutor() as together:
                list(together.map(sync, (self.local / beside).rglob("*")))
            if (self.local / name).exists():
                shutil.rmtree(self.local / name)
            os.replace(self.local / beside, self.local / name)
            sync(self.local / parent)
        finally:
            shutil.rmtree(self.local / beside, ignore_errors=True)


def open_store(root: str) -> Store:
    """The store at a local path or an `s3://bucket/prefix?endpoint_override=…` address.

    Raises:
        UserError: the address cannot be used.
    """
    if "://" not in root:
        return LocalStore(Path(root).absolute())
    try:
        files, path = fs.FileSystem.from_uri(root)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UserError(f"lake {shown(root)}: {error}") from error
    if not path.strip("/"):
        raise UserError(f"lake {shown(root)}: name a bucket, s3://BUCKET/PREFIX")
    return Store(files, path)


def shown(root: str) -> str:
    """An address without the key and secret that may stand before its bucket."""
    scheme, separator, rest = root.partition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}" if separator else root


def sync(path: Path) -> None:
    """Force a file's bytes, or a folder's names, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def alive(process: int) -> bool:
    """Whether a process of this machine runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def as_json(value: Any) -> bytes:
    """JSON for people and for comparing: sorted keys, two spaces, a line's end."""
    return (json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, default=str) + "\n").encode()
