"""How a run treats memory: Python seldom looks for garbage, and what Arrow frees goes back to the system at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

ROUNDS = 50_000, 20, 50
"""Objects after which the newest are looked through, and how many of such rounds it takes to look through older ones.

By default those are 700, 10 and 10, and a run that reads many rows or texts spends three to six hundredths of its time
on it, all in vain: what it makes is in no circle and goes when the last who knows it goes.
"""


def be_frugal() -> None:
    """Looks for garbage seldom from now on, and has Arrow take its memory from the system.

    The allocator that comes with Arrow keeps what was freed, a fifth of the memory of a large run, and is no faster.
    """
    gc.set_threshold(*ROUNDS)
    pa.set_memory_pool(pa.system_memory_pool())


@contextmanager
def frugal() -> Iterator[None]:
    """As `be_frugal` in the block, and without looking for garbage among what is there when it begins."""
    rounds, pool = gc.get_threshold(), pa.default_memory_pool()
    gc.freeze()
    be_frugal()
    try:
        yield
    finally:
        gc.set_threshold(*rounds)
        gc.unfreeze()
        pa.set_memory_pool(pool)
