"""Candidates are the pairs that share enough bits, each once, however the units are cut."""

import numpy as np
import pytest

from transforms.dedup import candidates
from transforms.dedup.candidates import CHANCE, PARTS, keys_of

UNITS, KEYS = 300, 40


def held() -> np.ndarray:
    """What each key weighs by unit, 0 where the unit has it not; the last units have none."""
    chance = np.random.default_rng(7)
    has = chance.random((UNITS, KEYS)) < 0.06
    has[-3:] = False
    return has * chance.integers(1 * PARTS, 3 * PARTS, KEYS)


def known(bits):
    unit, key = np.random.default_rng(8).permutation(np.argwhere(bits)).astype(np.int32).T
    return keys_of(len(bits), {"unit": unit, "key": key, "bits": bits[unit, key].astype(np.int32)})


@pytest.mark.parametrize("partitions", [1, 3, UNITS + 5])
def test_every_pair_that_shares_enough_is_found_once(partitions, monkeypatch):
    monkeypatch.setattr(candidates, "AT_ONCE", 7)
    monkeypatch.setattr(candidates, "PIECE", 50)
    bits = held()
    shared = bits @ (bits > 0).T
    a, b = np.nonzero(np.triu(shared >= PARTS * (2 * np.log2(UNITS) - CHANCE), 1))
    keys = known(bits)
    pieces = [piece for part in range(partitions) for piece in keys.candidates(part, partitions)]
    found = sorted(zip(*np.concatenate(pieces, axis=1).tolist(), strict=True))
    assert found == list(zip(a.tolist(), b.tolist(), strict=True))
    assert 100 < len(found) < UNITS * (UNITS - 1) // 4
    assert len(pieces) > partitions or partitions > UNITS


@pytest.mark.parametrize("units", [0, 3])
def test_units_without_keys_have_no_candidates(units):
    nothing = known(np.zeros((units, 0), dtype=np.int32))
    assert nothing.units == units
    assert sum(piece.shape[1] for piece in nothing.candidates()) == 0
