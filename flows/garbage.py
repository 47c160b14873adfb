"""How often Python looks for garbage while a run is at work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

FRESH, YOUNG, OLD = 50_000, 20, 50
"""Objects after which the newest are looked through, and how many of such rounds it takes to look through older ones.

By default those are 700, 10 and 10, and a run that reads many rows spends a fifteenth of its time on it, all in vain:
what it makes is in no circle and goes when the last who knows it goes.
"""


@contextmanager
def seldom() -> Iterator[None]:
    """Looks seldom, and never among what is there when the block begins."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(FRESH, YOUNG, OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
