"""Articles that repeat one another: near-identical texts, found by their sketches."""

import numpy as np
import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.dedup.sql import run, sql, store
from transforms.sketch import PERMUTATIONS, permutations, sketch

BANDS = 16
"""Bands of four values: two texts meet in a band with a probability above 0.98 from a similarity of 0.7 on."""
ALIKE = 0.6
"""Estimated similarity from which a text counts as a repetition; rewritten agency copy lies above, other articles of
one story far below."""


def mark_duplicates(con: DuckDBPyConnection) -> None:
    """Fill `documents.duplicate_of`: of articles that repeat each other, all but the first name the first.

    First is the one published first, then the smallest id. Sketches are taken from the table
    `sketches(document_id, sketch)` where it has them, else made from the texts.
    """
    con.execute("CREATE TABLE IF NOT EXISTS sketches (document_id VARCHAR, sketch BLOB)")
    missing = con.execute(
        "SELECT document_id, text FROM documents ANTI JOIN sketches USING (document_id) ORDER BY document_id"
    ).fetchall()
    made = [(document_id, sketch(text)) for document_id, text in missing]
    store(con, "made_sketches", made, {"document_id": pa.string(), "sketch": pa.binary()})
    con.execute("INSERT INTO sketches FROM made_sketches")
    ordered = con.sql(
        "SELECT document_id, sketch FROM documents JOIN sketches USING (document_id) "
        "WHERE octet_length(sketch) > 0 ORDER BY published NULLS LAST, document_id"
    ).to_arrow_table()
    duplicates = _first_alike(ordered["document_id"].to_pylist(), ordered["sketch"].to_pylist())
    store(con, "duplicates", duplicates, {"document_id": pa.string(), "first": pa.string()})
    run(con, sql("duplicates.sql"))


def _first_alike(ids: list[str], sketches: list[bytes]) -> list[tuple[str, str]]:
    """Each document that repeats an earlier one that itself repeats none, with that one."""
    values = np.frombuffer(b"".join(sketches), dtype="<u4").reshape(-1, PERMUTATIONS)
    buckets: dict[tuple[int, bytes], list[int]] = {}
    found = []
    width = 4 * PERMUTATIONS // BANDS
    for at in _meeting(values):
        bands = [(band, sketches[at][band * width : (band + 1) * width]) for band in range(BANDS)]
        near = sorted({other for band in bands for other in buckets.get(band, ())})
        alike = next((other for other in near if np.mean(values[other] == values[at]) >= ALIKE), None)
        if alike is not None:
            found.append((ids[at], ids[alike]))
            continue
        for band in bands:
            buckets.setdefault(band, []).append(at)
    return found


def _meeting(values: np.ndarray[tuple[int, int], np.dtype[np.uint32]]) -> list[int]:
    """Rows that share a band with another row, and perhaps a few more: most documents repeat none."""
    meets = np.zeros(len(values), dtype=np.bool_)
    factors = permutations()[0][: PERMUTATIONS // BANDS]
    for band in np.split(values, BANDS, axis=1):
        keys = (band.astype(np.uint64) * factors).sum(axis=1)
        order = np.argsort(keys)
        same = np.flatnonzero(keys[order[1:]] == keys[order[:-1]])
        meets[order[same]] = meets[order[same + 1]] = True
    return [int(at) for at in np.flatnonzero(meets)]
