"""What holds for the members of any archive."""

from pathlib import PurePosixPath

MAX_MEMBERS = 10_000


def hidden(name: str) -> bool:
    """Whether a member is a hidden file, or what a Mac adds to an archive; these are no articles."""
    parts = _parts(name)
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)


def unsafe(name: str) -> str | None:
    """Why a member's name is refused, or null: it would lie outside the archive, or is no name."""
    if ".." in _parts(name) or name.startswith(("/", "\\")) or name[1:2] == ":":
        return "the name leads out of the archive"
    return None if name.isprintable() and len(name) <= 500 else "no printable name"


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name.replace("\\", "/")).parts
