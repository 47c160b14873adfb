"""How much two units have in common of their words: the cosine of their weighted terms, for many pairs at once.

Weights as in Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988. Rows of terms are sparse
matrices, of which a million pairs are multiplied in a second or two; lists in SQL take ten.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from transforms.dedup.sql import columns

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TERMS = {
    "document": "SELECT document AS unit, term, weight FROM document_terms",
    "words": "SELECT unit, term, weight FROM sentence_terms",
    "beside": "SELECT unit, term, weight FROM sentence_terms WHERE beside",
    "names": "SELECT DISTINCT unit, term, weight FROM name_terms",
    "body": "SELECT unit, term, weight FROM name_terms WHERE role = 'body'",
    "target": "SELECT unit, term, weight FROM name_terms WHERE role = 'target'",
}
"""What can be compared, and the terms of each unit or, for `document`, of its article, most terms first."""
AT_ONCE = 20_000
"""Pairs that are multiplied together, which bounds memory."""
Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Terms:
    """The weighted terms of units: `owner[unit]` is the unit's row of `weights`; `there` has a 1 for each weight."""

    owner: Ints
    weights: "csr_array"
    there: "csr_array"
    total: NDArray[np.float64]

    def likeness(self, a: Ints, b: Ints) -> Floats:
        """From 0 to 1 for each pair of units; not a number where one of the two has no terms."""
        found = np.empty(len(a), dtype=np.float32)
        for at in range(0, len(a), AT_ONCE):
            piece = slice(at, at + AT_ONCE)
            found[piece] = self._likeness(self.owner[a[piece]], self.owner[b[piece]])
        return found

    def _likeness(self, x: Ints, y: Ints) -> Floats:
        shared = self.weights[x].multiply(self.there[y]).sum(axis=1)
        both = self.total[x] * self.total[y]
        with np.errstate(invalid="ignore"):
            return np.where(both > 0, shared / np.sqrt(both), np.nan).astype(np.float32)


def read_terms(con: DuckDBPyConnection, names: Collection[str]) -> Mapping[str, Terms]:
    """The terms of all units by name, out of `units`, `name_terms`, `sentence_terms` and `document_terms`."""
    owners = columns(con, "SELECT unit, document FROM units ORDER BY unit")
    wanted = [name for name in TERMS if name in names]
    return {name: _read(con, name, owners["document" if name == "document" else "unit"]) for name in wanted}


def _read(con: DuckDBPyConnection, name: str, owner: Ints) -> Terms:
    from scipy.sparse import csr_array

    rows = columns(con, TERMS[name])
    size = int(owner.max(initial=-1)) + 1
    shape = (size, int(rows["term"].max(initial=0)) + 1)
    weights = csr_array((rows.pop("weight"), (rows.pop("unit"), rows.pop("term"))), shape=shape)
    there = csr_array((np.ones(weights.nnz, dtype=np.int8), weights.indices, weights.indptr), shape=shape)
    return Terms(owner, weights, there, np.asarray(weights.sum(axis=1), dtype=np.float64))
