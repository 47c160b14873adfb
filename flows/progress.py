"""Who is told how far a run is: a progress bar, a log, or nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Progress:
    """Hears of a run's steps; this one keeps silent."""

    def begin(self, stage: str, total: int) -> None:
        """A stage begins that will work on so many things."""

    def advance(self, stage: str) -> None:
        """One of them is done."""


SILENT = Progress()
LISTENER: ContextVar[Progress] = ContextVar("daybook_progress")


def listener() -> Progress:
    """Who is told in this context."""
    return LISTENER.get(SILENT)


@contextmanager
def told_to(progress: Progress) -> Iterator[None]:
    """Runs in this block tell `progress`."""
    token = LISTENER.set(progress)
    try:
        yield
    finally:
        LISTENER.reset(token)
