"""The pairs of units that are worth comparing: those that share enough keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from transforms.dedup.sql import columns

CHANCE = 14.0
"""Log2 of the pairs of a corpus that may share so much by chance: candidates share 2 log2(units) - CHANCE bits."""
AT_ONCE = 10_000
"""Units whose pairs are looked for together, which bounds memory."""
PIECE, UNITS_A_PAIR = 80_000, 10
"""Pairs from which a piece is full; one pair for so many units if that is more, as every piece costs some time."""
PARTS = 256
"""Parts of a bit that keys are weighed in."""
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Keys:
    """Who has which key: in `owner` the units of one key after those of another, in order; at the same place in `bits`
    what the key weighs and in `after` how many of its owners are still to come. A unit stands at
    `places[first[unit] : first[unit + 1]]`."""

    owner: Ints
    bits: Ints
    after: Ints
    places: Ints
    first: Ints

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.first) - 1

    def candidates(self, part: int = 0, partitions: int = 1) -> Iterator[Ints]:
        """Pairs `a` < `b` that share enough bits, in pieces of two rows; a partition has every so manieth `a`."""
        units = np.arange(part, self.units, partitions, dtype=np.int32)
        full = max(PIECE, self.units // UNITS_A_PAIR)
        found: list[Ints] = [np.empty((2, 0), dtype=np.int32)]
        for at in range(0, len(units), AT_ONCE):
            found.append(self._sharing(units[at : at + AT_ONCE]))
            if sum(pairs.shape[1] for pairs in found) >= full:
                yield np.concatenate(found, axis=1)
                del found[1:]
        yield np.concatenate(found, axis=1)

    def _sharing(self, units: Ints) -> Ints:
        """The candidate pairs of some units with those after them, as two rows."""
        from scipy.sparse import csr_array

        enough = PARTS * (2 * log2(max(self.units, 1)) - CHANCE)
        held = self.first[units + 1] - self.first[units]
        places = self.places[_ranges(self.first[units], held)]
        after = self.after[places]
        others = self.owner[_ranges(places + 1, after)]
        ends = _ends(after)[_ends(held)]
        shared = csr_array((np.repeat(self.bits[places], after), others, ends), shape=(len(units), self.units))
        shared.sum_duplicates()
        kept = np.flatnonzero(shared.data >= enough)
        a = units[np.searchsorted(shared.indptr, kept, side="right") - 1]
        return np.stack((a, shared.indices[kept]))


def read_keys(con: DuckDBPyConnection) -> Keys:
    """The keys of the tables `keys` and `units`."""
    (units,) = con.execute("SELECT count(*) FROM units").fetchall()[0]
    return keys_of(units, key_rows(con))


def key_rows(con: DuckDBPyConnection) -> dict[str, Ints]:
    """The rows of the table `keys`, from which `keys_of` goes on without a database."""
    return columns(con, "SELECT unit, key, bits FROM keys")


def keys_of(units: int, rows: dict[str, Ints]) -> Keys:
    """The keys of so many units: who has which, in any order, and what it weighs; `rows` are used up."""
    weight = np.zeros(int(rows["key"].max(initial=-1)) + 1, dtype=np.int32)
    weight[rows["key"]] = rows.pop("bits")
    owner, size = _in_order(len(weight), rows.pop("key"), rows.pop("unit"))
    ends = _ends(size)
    after = np.repeat(ends[1:], size)
    after -= np.arange(1, len(owner) + 1, dtype=np.int32)
    places, held = _in_order(units, owner, np.arange(len(owner), dtype=np.int32))
    return Keys(owner, np.repeat(weight, size), after, places, _ends(held))


def _in_order(count: int, group: Ints, member: Ints) -> tuple[Ints, NDArray[np.int64]]:
    """The members of so many groups, in order, and how many each has; a sort of 64 bits is quicker than an argsort."""
    both = group.astype(np.int64)
    both <<= 32
    both |= member
    both.sort()
    members = both.astype(np.int32)
    both >>= 32
    return members, np.bincount(both, minlength=count)


def _ends(size: NDArray[Any]) -> Ints:
    """Where each of some runs of these sizes begins, and where the last one ends."""
    return np.concatenate(([0], np.cumsum(size)), dtype=np.int32)


def _ranges(start: Ints, size: Ints) -> Ints:
    """The numbers from each start on, so many of them."""
    ends = _ends(size)
    return np.repeat(start - ends[:-1], size) + np.arange(ends[-1], dtype=np.int32)
