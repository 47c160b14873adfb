"""The pairs of units that are worth comparing: those that share enough keys."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

import numpy as np
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from transforms.dedup.sql import columns, threads_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

CHANCE = 14.0
"""Log2 of the pairs of a corpus that may share so much by chance: candidates share 2 log2(units) - CHANCE bits."""
AT_ONCE = 10_000
"""Units whose pairs are looked for together, which bounds memory."""
BLOCKS, WIDEST = 8, 1 << 18
"""Units are looked for in at least so many runs, those before one's own left out, which saves nearly half of the work,
of at most so many units, whose counts stay near the processor."""
PIECE = 80_000
"""Pairs from which a piece is full."""
PARTS = 256
"""Parts of a bit that keys are weighed in."""
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of units as sparse matrices: bits of each key by unit, and, run by run, the units of each key."""

    bits: "csr_array"
    owners: tuple["csr_array", ...]

    @property
    def units(self) -> int:
        """How many units there are."""
        return int(self.bits.shape[0])

    def candidates(self, part: int = 0, partitions: int = 1) -> Iterator[Ints]:
        """Pairs `a` < `b` that share enough bits, in pieces of two rows; a partition has every so manieth `a`."""
        units = np.arange(part, self.units, partitions, dtype=np.int32)
        found: list[Ints] = [np.empty((2, 0), dtype=np.int32)]
        for at in range(0, len(units), AT_ONCE):
            for pairs in self._sharing(units[at : at + AT_ONCE]):
                found.append(pairs)
                if sum(pairs.shape[1] for pairs in found) >= PIECE:
                    yield np.concatenate(found, axis=1)
                    del found[1:]
        yield np.concatenate(found, axis=1)

    def _sharing(self, units: Ints) -> Iterator[Ints]:
        """The candidate pairs of some units with those after them, as two rows."""
        enough = PARTS * (2 * log2(max(self.units, 1)) - CHANCE)
        bits = self.bits[units]
        first = 0
        for owners in self.owners:
            if first + owners.shape[1] > units[0] + 1:
                shared = bits @ owners
                kept = np.flatnonzero(shared.data >= enough)
                a = units[np.searchsorted(shared.indptr, kept, side="right") - 1]
                b = (shared.indices[kept] + first).astype(np.int32)
                yield np.stack((a, b))[:, a < b]
            first += owners.shape[1]


def read_keys(con: DuckDBPyConnection) -> Keys:
    """The keys of the tables `keys` and `units`."""
    from scipy.sparse import coo_array, csr_array

    rows = columns(con, "SELECT unit, key, bits FROM keys")
    (units,) = con.execute("SELECT count(*) FROM units").fetchall()[0]
    shape = (int(units), int(rows["key"].max(initial=-1)) + 1)
    found = coo_array((rows.pop("bits"), (rows.pop("unit"), rows.pop("key"))), shape=shape, dtype=np.int32)
    found.has_canonical_format = True  # no unit has a key twice: nothing to add up, and no order is needed
    bits = found.tocsr()
    del found
    there = csr_array((np.ones(bits.nnz, dtype=np.int8), bits.indices, bits.indptr), shape=shape)
    width = max(1, min(WIDEST, -(-shape[0] // BLOCKS)))
    with ThreadPoolExecutor(threads_of(con)) as pool:
        return Keys(bits, tuple(pool.map(lambda at: there[at : at + width].T.tocsr(), range(0, shape[0], width))))
