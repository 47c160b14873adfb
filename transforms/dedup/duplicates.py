"""Articles that repeat one another: near-identical texts, found by their sketches."""

import numpy as np
import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.dedup.sql import run, sql, store, store_table
from transforms.sketch import PERMUTATIONS, permutations, sketch

BANDS = 16
"""Bands of four values: two texts meet in a band with a probability above 0.98 from a similarity of 0.7 on."""
ALIKE = 0.6
"""Estimated similarity from which a text counts as a repetition; rewritten agency copy lies above, other articles of
one story far below."""
Values = np.ndarray[tuple[int, int], np.dtype[np.uint32]]
Rows = np.ndarray[tuple[int], np.dtype[np.int64]]


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
    first, repeated = _first_alike(_values(ordered["sketch"]))
    ids = ordered["document_id"]
    store_table(con, "duplicates", pa.table({"document_id": ids.take(repeated), "first": ids.take(first)}))
    run(con, sql("duplicates.sql"))


def _values(sketches: pa.ChunkedArray) -> Values:
    """Sketches as rows of values."""
    whole = sketches.cast(pa.binary(4 * PERMUTATIONS)).combine_chunks()
    return np.frombuffer(whole.buffers()[1] or b"", dtype="<u4").reshape(-1, PERMUTATIONS)


def _first_alike(values: Values) -> tuple[Rows, Rows]:
    """The rows that repeat an earlier one that itself repeats none: that one of each, and themselves."""
    buckets: dict[tuple[int, bytes], list[int]] = {}
    first, repeated = [], []
    width = 4 * PERMUTATIONS // BANDS
    shared = _shared(values)
    for at in np.flatnonzero(shared.any(axis=1)).tolist():
        whole = values[at].tobytes()
        bands = [(band, whole[band * width : (band + 1) * width]) for band in np.flatnonzero(shared[at]).tolist()]
        near = sorted({other for band in bands for other in buckets.get(band, ())})
        alike = next((other for other in near if np.mean(values[other] == values[at]) >= ALIKE), None)
        if alike is not None:
            first.append(alike)
            repeated.append(at)
            continue
        for band in bands:
            buckets.setdefault(band, []).append(at)
    return np.array(first, dtype=np.int64), np.array(repeated, dtype=np.int64)


def _shared(values: Values) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """The bands, and perhaps a few more, that each row shares with another: most documents repeat none."""
    shared = np.zeros((len(values), BANDS), dtype=np.bool_)
    factors = permutations()[0][: PERMUTATIONS // BANDS]
    for number, band in enumerate(np.split(values, BANDS, axis=1)):
        keys = (band.astype(np.uint64) * factors).sum(axis=1)
        order = np.argsort(keys)
        same = np.flatnonzero(keys[order[1:]] == keys[order[:-1]])
        shared[order[same], number] = shared[order[same + 1], number] = True
    return shared
