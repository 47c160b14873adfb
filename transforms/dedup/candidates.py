"""The pairs of units that are worth comparing: those that share enough keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

import numpy as np
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from transforms.dedup.sql import columns

if TYPE_CHECKING:
    from scipy.sparse import csr_array

CHANCE = 14.0
"""Log2 of the pairs of a corpus that may share so much by chance: candidates share 2 log2(units) - CHANCE bits."""
AT_ONCE = 10_000
"""Units whose pairs are looked for together, which bounds memory."""
PIECE = 150_000
"""Pairs from which a piece is full."""
PARTS = 256
"""Parts of a bit that keys are weighed in."""
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of units as sparse matrices: bits of each key by unit, and the units of each key."""

    bits: "csr_array"
    owners: "csr_array"

    @property
    def units(self) -> int:
        """How many units there are."""
        return int(self.bits.shape[0])

    def candidates(self, part: int = 0, partitions: int = 1) -> Iterator[tuple[Ints, Ints]]:
        """Pairs `a` < `b` that share enough bits, in pieces; a partition has the pairs of every so manieth `a`."""
        units = np.arange(part, self.units, partitions, dtype=np.int32)
        found: list[Ints] = [np.empty((2, 0), dtype=np.int32)]
        for at in range(0, len(units), AT_ONCE):
            found.append(self._sharing(units[at : at + AT_ONCE]))
            if sum(pairs.shape[1] for pairs in found) >= PIECE:
                a, b = np.concatenate(found, axis=1)
                yield a, b
                del found[1:]
        a, b = np.concatenate(found, axis=1)
        yield a, b

    def _sharing(self, units: Ints) -> Ints:
        """The candidate pairs of some units with those after them, as two rows."""
        enough = PARTS * (2 * log2(max(self.units, 1)) - CHANCE)
        shared = self.bits[units] @ self.owners
        kept = np.flatnonzero(shared.data >= enough)
        a, b = units[np.searchsorted(shared.indptr, kept, side="right") - 1], shared.indices[kept]
        pairs: Ints = np.stack((a, b))[:, a < b]
        return pairs


def read_keys(con: DuckDBPyConnection) -> Keys:
    """The keys of the tables `keys` and `units`."""
    from scipy.sparse import csr_array

    rows = columns(con, "SELECT unit, key, bits FROM keys")
    (units,) = con.execute("SELECT count(*) FROM units").fetchall()[0]
    shape = (int(units), int(rows["key"].max(initial=-1)) + 1)
    bits = csr_array((rows.pop("bits"), (rows.pop("unit"), rows.pop("key"))), shape=shape, dtype=np.int32)
    there = csr_array((np.ones(bits.nnz, dtype=np.int8), bits.indices, bits.indptr), shape=shape)
    return Keys(bits, there.T.tocsr())
