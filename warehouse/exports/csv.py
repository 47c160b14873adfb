"""CSV that a spreadsheet opens without running anything in it."""

import csv
import io

import pyarrow as pa

from warehouse.cells import cell

ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with: spreadsheets take it for a formula (OWASP, CSV Injection)."""


def csv_bytes(rows: pa.Table) -> bytes:
    """UTF-8 CSV with a header (RFC 4180); text that begins like a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in rows.column_names])
    for row in zip(*(column.to_pylist() for column in rows.columns), strict=True):
        writer.writerow([value if isinstance(value, (int, float)) else guarded(cell(value)) for value in row])
    return out.getvalue().encode("utf-8", "replace")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(ACTIVE) else text
