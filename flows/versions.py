"""Which code and words a result came from, so that what they would not change is not done again."""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

READERS = ("trafilatura", "htmldate", "lxml", "feedparser", "fastwarc", "pypdf", "python-docx", "charset-normalizer")
FINDERS = ("dateparser", "holidays", "py3langid", "google-re2", "ahocorasick-rs")
READING = ("transforms/readers", "transforms/records.py", "transforms/ids.py", "seeds/words")
NOT_ANNOTATING = ("transforms/dedup", "transforms/dates/network", "transforms/readers")
SHARDING = tuple(f"warehouse/{name}.py" for name in ("rows", "schema", "declaration", "tables", "shards"))
NOT_FOUND = ("seeds/articles", "seeds/sources", "seeds/judgements.csv", "seeds/checks.toml", "seeds/dedup.toml")


@cache
def land_version() -> str:
    """Hash of the code that reads inputs, and of the versions of the libraries it reads with."""
    return digest([name for name in sources() if name.startswith(READING)], READERS)


@cache
def annotate_version() -> str:
    """Hash of the code and words that find events in a document, sketch it and write that, and of the libraries."""
    found = [name for name in sources() if not name.startswith((*NOT_ANNOTATING, *NOT_FOUND, "warehouse"))]
    return digest([*found, *SHARDING], FINDERS)


@cache
def code_version() -> str:
    """Hash of all code and words, and of the libraries' versions: names what made a snapshot."""
    left_out = ("seeds/articles", "seeds/sources")
    return digest(
        [name for name in sources() if not name.startswith(left_out)], READERS + FINDERS + ("duckdb", "pyarrow")
    )


def folder_version(folder: str | None) -> str:
    """Hash of the files of a folder of event types, or of none."""
    hashed = blake2b(digest_size=8)
    for path in sorted(Path(folder).glob("*.toml")) if folder else []:
        hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()


@cache
def sources() -> dict[str, Traversable]:
    """Files of the rooms that results depend on, by path from the top of the house, sorted."""
    found: dict[str, Traversable] = {}
    for room in ("seeds", "transforms", "warehouse"):
        walk(room, files(room), found)
    return dict(sorted(found.items()))


def walk(name: str, entry: Traversable, found: dict[str, Traversable]) -> None:
    """Adds the files under an entry, but compiled and hidden ones."""
    for child in entry.iterdir():
        path = f"{name}/{child.name}"
        if child.name.startswith((".", "__pycache__")):
            continue
        if child.is_dir():
            walk(path, child, found)
        else:
            found[path] = child


def digest(names: Sequence[str], packages: Sequence[str]) -> str:
    """Hash of files' names and bytes and of packages' versions."""
    hashed = blake2b(digest_size=8)
    for name in names:
        hashed.update(name.encode() + b"\0" + sources()[name].read_bytes() + b"\0")
    for package in packages:
        hashed.update(f"{package} {installed(package)}\0".encode())
    return hashed.hexdigest()


def installed(package: str) -> str:
    """The version of an installed package, or `none`."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
