"""TimelineJS (Knight Lab) JSON; its texts are HTML, so every value is escaped."""

import json
from datetime import date
from html import escape
from typing import Any

import pyarrow as pa

from warehouse.exports.events import Happening, happenings

DAY_GRAINS = ("hour", "part", "day", "week", "weekend", None)


def timelinejs_bytes(rows: pa.Table) -> bytes:
    """The events that have a first day; a year or month that is all that is known stays a year or month."""
    slides = [slide(told, told.earliest) for told in happenings(rows) if told.earliest is not None]
    return (json.dumps({"events": slides}, ensure_ascii=False, indent=1) + "\n").encode()


def slide(told: Happening, earliest: date) -> dict[str, Any]:
    """One slide."""
    made: dict[str, Any] = {
        "unique_id": told.event_id,
        "start_date": day(earliest, told.grain),
        "display_date": escape(told.when),
        "text": {
            "headline": escape(told.title),
            "text": "".join(f"<p>{escape(line)}</p>" for line in told.lines()),
        },
    }
    if told.latest is not None and told.latest != earliest:
        made["end_date"] = day(told.latest, told.grain)
    if told.event_type:
        made["group"] = escape(told.event_type)
    return made


def day(when: date, grain: str | None) -> dict[str, int]:
    """A day as far as the grain reaches."""
    if grain in DAY_GRAINS:
        return {"year": when.year, "month": when.month, "day": when.day}
    if grain == "month":
        return {"year": when.year, "month": when.month}
    return {"year": when.year} if grain in ("year", "decade", "century") else {"year": when.year, "month": when.month}
