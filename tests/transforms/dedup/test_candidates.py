"""Candidates are the pairs that share enough bits, each once, however the units are cut."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from transforms.dedup import candidates
from transforms.dedup.candidates import CHANCE, PARTS, Keys

UNITS, KEYS = 300, 40


def keys() -> Keys:
    chance = np.random.default_rng(7)
    has = chance.random((UNITS, KEYS)) < 0.06
    bits = has * chance.integers(1 * PARTS, 3 * PARTS, KEYS)
    runs = np.array_split(has.T.astype(np.int8), 3, axis=1)
    return Keys(csr_array(bits.astype(np.int32)), tuple(csr_array(run) for run in runs))


@pytest.mark.parametrize("partitions", [1, 3, UNITS + 5])
def test_every_pair_that_shares_enough_is_found_once(partitions, monkeypatch):
    monkeypatch.setattr(candidates, "AT_ONCE", 7)
    monkeypatch.setattr(candidates, "PIECE", 50)
    known = keys()
    shared = np.hstack([(known.bits @ owners).toarray() for owners in known.owners])
    a, b = np.nonzero(np.triu(shared >= PARTS * (2 * np.log2(UNITS) - CHANCE), 1))
    pieces = [piece for part in range(partitions) for piece in known.candidates(part, partitions)]
    found = sorted(zip(*np.concatenate(pieces, axis=1).tolist(), strict=True))
    assert found == list(zip(a.tolist(), b.tolist(), strict=True))
    assert 100 < len(found) < UNITS * (UNITS - 1) // 4
    assert len(pieces) > partitions or partitions > UNITS


def test_no_units_have_no_candidates():
    nothing = Keys(csr_array((0, 1), dtype=np.int32), ())
    assert sum(piece.shape[1] for piece in nothing.candidates()) == 0
