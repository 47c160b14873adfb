"""Which of several items ends the process that works on it."""

from collections.abc import Sequence

import pytest

from flows.isolate import culprits
from flows.runners import CrashError


class Processes:
    """Processes that die of some items, and of nothing at the given tries."""

    def __init__(self, deadly: set[str], killed_at: set[int] = frozenset()) -> None:
        self.deadly, self.killed_at, self.tries = deadly, killed_at, 0

    def attempt(self, items: Sequence[str]) -> None:
        self.tries += 1
        if self.tries in self.killed_at or self.deadly & set(items):
            raise CrashError


@pytest.mark.parametrize("deadly", [set(), {"a"}, {"d"}, {"a", "e"}, {"b", "c"}, set("abcde")])
def test_all_that_end_their_process_are_found(deadly: set[str]) -> None:
    assert set(culprits("abcde", Processes(deadly).attempt)) == deadly


@pytest.mark.parametrize("killed_at", range(1, 12))
def test_one_that_somebody_killed_is_not_to_blame(killed_at: int) -> None:
    assert culprits("abcde", Processes({"d"}, {killed_at}).attempt) == ["d"]


def test_a_mistake_is_not_a_crash() -> None:
    def attempt(items: Sequence[str]) -> None:
        raise ValueError(items)

    with pytest.raises(ValueError, match="abc"):
        culprits("abc", attempt)
