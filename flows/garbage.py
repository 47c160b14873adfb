"""How often Python looks for garbage while a run is at work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

ROUNDS = 50_000, 20, 50
"""Objects after which the newest are looked through, and how many of such rounds it takes to look through older ones.

By default those are 700, 10 and 10, and a run that reads many rows or texts spends three to six hundredths of its time
on it, all in vain: what it makes is in no circle and goes when the last who knows it goes.
"""


def look_seldom() -> None:
    """Looks seldom from now on."""
    gc.set_threshold(*ROUNDS)


@contextmanager
def seldom() -> Iterator[None]:
    """Looks seldom in the block, and never among what is there when it begins."""
    before = gc.get_threshold()
    gc.freeze()
    look_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
