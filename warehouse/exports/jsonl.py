"""JSON Lines: one object a row, for downstream jobs."""

import pyarrow as pa

from warehouse.cells import json_line


def jsonl_bytes(rows: pa.Table) -> bytes:
    """One JSON object a line; days are ISO 8601."""
    return "".join(f"{json_line(row)}\n" for row in rows.to_pylist()).encode("utf-8", "replace")
