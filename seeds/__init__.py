"""What Daybook knows before it reads anything: words, event types, judgements, sample articles."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(path: str) -> dict[str, Any]:
    """A seed file as parsed TOML; `path` is relative to this package, such as `words/months.toml`.

    The result is shared between callers and must not be changed.

    Raises:
        FileNotFoundError: no such seed.
        tomllib.TOMLDecodeError: the file is not TOML.
    """
    return tomllib.loads(text(path))


def text(path: str) -> str:
    """A seed file as text; `path` is relative to this package."""
    return files(__name__).joinpath(path).read_text(encoding="utf-8")


def names(folder: str, suffix: str = ".toml") -> list[str]:
    """Sorted paths of the seeds in a folder, relative to this package."""
    return sorted(
        f"{folder}/{entry.name}" for entry in files(__name__).joinpath(folder).iterdir() if entry.name.endswith(suffix)
    )
