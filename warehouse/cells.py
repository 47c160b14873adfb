"""Values as text: one cell for a reader, one row for a program."""

import json
import unicodedata
from datetime import date, datetime
from typing import Any


def cell(value: Any) -> str:
    """A value as text: null is empty, lists are joined, days and instants (UTC) are ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return json_line(value)
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value)


def plain(text: str) -> str:
    """Text on one line that no terminal acts on: control and format characters become spaces."""
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign for sign in text)


def counted(n: int, noun: str) -> str:
    """A number with its noun."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def json_line(row: Any) -> str:
    """One row as JSON on one line."""
    return json.dumps(row, ensure_ascii=False, default=cell)
