"""What two texts have in common, estimated without comparing them: MinHash.

Broder, On the resemblance and containment of documents, 1997: the share of equal values in two sketches estimates the
Jaccard similarity of the texts' sets of shingles.
"""

import re
from functools import cache
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

    The permutations are multiply-shift hashes (Dietzfelbinger et al., A reliable randomized algorithm for the
    closest-pair problem, 1997) of a 64-bit hash of each run.
    """
    words = _WORD.findall(text.lower())
    # a run that comes twice is hashed twice, which seldom happens: a set costs more than it saves
    shingles = map(" ".join, zip(*(words[at:] for at in range(SHINGLE)), strict=False))
    hashes = np.frombuffer(b"".join([blake2b(one.encode(), digest_size=8).digest() for one in shingles]), dtype="<u8")
    if not len(hashes):
        return b""
    factors, summands = permutations()
    least = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for at in range(0, len(hashes), CHUNK):
        permuted = factors[:, None] * hashes[at : at + CHUNK]
        permuted += summands[:, None]
        np.minimum(least, permuted.min(axis=1), out=least)
    return bytes((least >> np.uint64(32)).astype("<u4").tobytes())


@cache
def permutations() -> tuple[Hashes, Hashes]:
    """The odd factors and the summands of the permutations, the same on every machine."""
    drawn = [blake2b(f"permutation {at}".encode(), digest_size=16).digest() for at in range(PERMUTATIONS)]
    pairs = np.frombuffer(b"".join(drawn), dtype="<u8").astype(np.uint64).reshape(PERMUTATIONS, 2)
    return pairs[:, 0] | np.uint64(1), pairs[:, 1]
