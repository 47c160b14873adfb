"""Rows of a query as events for calendars, timelines and feeds."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from transforms.ids import content_id
from warehouse.errors import UserError

ROLES = ("body", "actor", "target", "venue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event as other programs show it; an interval of days is inclusive, and says when it can have happened."""

    event_id: str
    title: str
    earliest: date | None
    latest: date | None
    grain: str | None
    event_type: str | None
    modality: str | None
    outcome: str | None
    outlets: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    reported: date | None

    @property
    def certain(self) -> bool:
        """Whether it is known to the day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def when(self) -> str:
        """The days in words, no more precise than they are."""
        if self.earliest is None and self.latest is None:
            return "day unknown"
        if self.certain:
            return str(self.earliest)
        if self.earliest is None:
            return f"by {self.latest}"
        if self.latest is None:
            return f"from {self.earliest}"
        return f"between {self.earliest} and {self.latest}"

    @property
    def status(self) -> str:
        """How it stands: its outcome, or its modality unless it simply happened."""
        told = [self.modality] if self.modality not in (None, "asserted") else []
        return ", ".join([*map(str, told), *([self.outcome] if self.outcome else [])])

    def lines(self) -> list[str]:
        """What is known of it, a line each."""
        told = [f"When: {self.when}"]
        if self.event_type:
            told.append(f"Kind: {self.event_type}")
        if self.status:
            told.append(f"Status: {self.status}")
        told += [f"{role.capitalize()}: {name}" for role, name in self.people]
        if self.outlets:
            told.append(f"Told by: {', '.join(self.outlets)}")
        return told


def happenings(rows: pa.Table) -> list[Happening]:
    """The rows as events, in their order.

    Raises:
        UserError: the rows have no `title`, or none of `best_day`, `earliest` and `latest`.
    """
    days = {"best_day", "earliest", "latest"} & set(rows.column_names)
    if "title" not in rows.column_names or not days:
        raise UserError("this format needs the columns title and earliest, latest or best_day, as in view timeline")
    return [happening(row) for row in rows.to_pylist()]


def happening(row: dict[str, Any]) -> Happening:
    """One row as an event; an absent bound is the best day's, when there is no interval at all."""
    whole = "earliest" in row and "latest" in row
    earliest = row["earliest"] if whole else row.get("earliest", row.get("best_day"))
    latest = row["latest"] if whole else row.get("latest", row.get("best_day"))
    title = str(row["title"])
    return Happening(
        event_id=str(row.get("event_id") or content_id("row", title, str(earliest), str(latest))),
        title=title,
        earliest=earliest,
        latest=latest,
        grain=row.get("grain"),
        event_type=row.get("event_type"),
        modality=row.get("modality"),
        outcome=row.get("outcome"),
        outlets=names(row.get("outlets")),
        people=tuple((role, name) for role in ROLES for name in names(row.get(role))),
        reported=row.get("last_reported") or row.get("first_reported"),
    )


def names(value: Any) -> tuple[str, ...]:
    """A list of names, one name or none."""
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)
