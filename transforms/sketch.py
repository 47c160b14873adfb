"""What two texts have in common, estimated without comparing them: MinHash.

Broder, On the resemblance and containment of documents, 1997: the share of equal values in two sketches estimates the
Jaccard similarity of the texts' sets of shingles.
"""

import re
from functools import cache, lru_cache, reduce
from hashlib import blake2b

import numpy as np

PERMUTATIONS = 64
SHINGLE = 4
CHUNK = 1024
"""Runs of words hashed at once, so that a long text takes no more memory than a short one."""
Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]
_WORD = re.compile(r"\w+")


def sketch(text: str) -> bytes:
    """The MinHash sketch of a text's runs of four words, 64 values of 4 bytes; empty for a text of fewer words.

    Runs and permutations are hashed by multiply-shift (Dietzfelbinger et al., A reliable randomized algorithm for the
    closest-pair problem, 1997): a run by the 64-bit hashes of its words, a permutation by the run's hash.
    """
    found = _WORD.findall(text.lower())
    if len(found) < SHINGLE:
        return b""
    words = np.fromiter(map(_hashed, found), dtype=np.uint64, count=len(found))
    factors, summands = permutations()
    least = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for at in range(0, len(words) - SHINGLE + 1, CHUNK):
        permuted = factors[:, None] * _runs(words[at : at + CHUNK + SHINGLE - 1])
        permuted += summands[:, None]
        np.minimum(least, permuted.min(axis=1), out=least)
    return bytes((least >> np.uint64(32)).astype("<u4").tobytes())


@lru_cache(maxsize=1 << 16)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def _runs(words: Hashes) -> Hashes:
    """The hash of each run of words; a run that comes twice is there twice, as a set costs more than it saves."""
    factors, _ = permutations()
    terms = (factors[at] * words[at : len(words) - SHINGLE + 1 + at] for at in range(SHINGLE))
    return reduce(np.add, terms)


@cache
def permutations() -> tuple[Hashes, Hashes]:
    """The odd factors and the summands of the permutations, the same on every machine."""
    drawn = [blake2b(f"permutation {at}".encode(), digest_size=16).digest() for at in range(PERMUTATIONS)]
    pairs = np.frombuffer(b"".join(drawn), dtype="<u8").astype(np.uint64).reshape(PERMUTATIONS, 2)
    return pairs[:, 0] | np.uint64(1), pairs[:, 1]
