"""The first block of the page's data: what is needed to paint, filter and list the events."""

from typing import Any

import duckdb

from transforms.rows import each_row
from warehouse.explorer.columns import Strings, day_number, steps
from warehouse.explorer.topics import topic

DISPUTED, LASTING = 1, 2
"""Bits of the column `flags`."""

LASTING_EVENTS = """
SELECT DISTINCT e.event_id
FROM events e
JOIN mentions m ON m.event_id = e.event_id AND m.earliest = e.earliest AND m.latest = e.latest
JOIN timexes t ON t.document_id = m.document_id AND t.timex_no = m.timex_no AND t.type = 'DURATION'
WHERE e.earliest < e.latest
"""
"""SQL for the events that went on for their whole interval: a duration in the text gives both bounds."""

IN_ORDER = "coalesce(e.best_day, e.latest, e.earliest) NULLS LAST, e.event_id"
"""SQL for the order of events `e` on the page: by the day they are plotted on, undated ones last."""

_EVENTS = f"""
WITH apart AS (
  SELECT DISTINCT event_id FROM disputed
), lasting AS (
  {LASTING_EVENTS}
)
SELECT e.event_id, e.event_type, e.family, e.title, e.earliest, e.latest, e.grain,
  coalesce(e.best_day, e.latest, e.earliest) AS plotted, e.modality, e.outcome, e.sources, e.confidence,
  d.event_id IS NOT NULL, l.event_id IS NOT NULL
FROM events e LEFT JOIN apart d USING (event_id) LEFT JOIN lasting l USING (event_id)
ORDER BY {IN_ORDER}
"""

_FACTS = """
SELECT (SELECT count(*) FROM mentions), count(*), count(DISTINCT source) FROM documents
"""

_COLUMNS = (
    *("at", "before", "after", "type", "grain", "modality", "outcome", "topic", "title"),
    *("sources", "confidence", "flags", "parts", "role", "name"),
)

_ROLES = """
SELECT event_id, role, name, entity_id FROM event_roles ORDER BY event_id, role, documents DESC, name, entity_id
"""


def event_columns(con: duckdb.DuckDBPyConnection) -> tuple[dict[str, Any], list[str]]:
    """The events in the order of the day they are plotted on, undated ones last, and their ids in that order.

    Days are counted from 1970; `before` and `after` are the days from the plotted day to the bounds of the interval,
    -1 where that side is open. `type`, `grain` and the like are numbers into `strings`; -1 is null.
    """
    strings = {name: Strings() for name in ("type", "family", "grain", "modality", "outcome", "topic", "role")}
    columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
    people = _People(con)
    ids: list[str] = []
    families: dict[str, str] = {}
    for row in each_row(con, _EVENTS):
        event_id, event_type, family, title, earliest, latest, grain, at, modality, outcome = row[:10]
        sources, confidence, disputed, lasting = row[10:]
        day, first, last = day_number(at), day_number(earliest), day_number(latest)
        if day is not None:
            columns["at"].append(day)
            columns["before"].append(-1 if first is None else day - first)
            columns["after"].append(-1 if last is None else last - day)
        for name, value in (("type", event_type), ("grain", grain), ("modality", modality), ("outcome", outcome)):
            columns[name].append(strings[name].number(value))
        columns["topic"].append(strings["topic"].number(topic(title, people.roles(event_id))))
        columns["title"].append(title)
        columns["sources"].append(sources)
        columns["confidence"].append(round(100 * confidence))
        columns["flags"].append(DISPUTED * disputed + LASTING * lasting)
        people.add(event_id, strings["role"], columns)
        families[event_type] = family
        ids.append(event_id)
    columns["at"] = steps(columns["at"])
    return {
        **columns,
        "names": people.names.values,
        "kinds": people.kinds,
        "families": [families[event_type] for event_type in strings["type"].values],
        "strings": {name: numbered.values for name, numbered in strings.items()},
        "facts": _facts(con),
    }, ids


class _People:
    """Who takes part in which event; each name and kind is sent once."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.names, self.kinds = Strings(), list[str]()
        self._kind = dict(con.execute("SELECT entity_id, kind FROM entities").fetchall())
        self._parts: dict[str, list[tuple[str, str, str]]] = {}
        for event_id, *part in each_row(con, _ROLES):
            self._parts.setdefault(event_id, []).append((part[0], part[1], part[2]))

    def roles(self, event_id: str) -> list[tuple[str, str]]:
        """The (role, name) pairs of an event."""
        return [(role, name) for role, name, _ in self._parts.get(event_id, [])]

    def add(self, event_id: str, roles: Strings, columns: dict[str, list[Any]]) -> None:
        """Appends the parts of one event to the columns `parts` (how many), `role` and `name`."""
        parts = self._parts.get(event_id, [])
        columns["parts"].append(len(parts))
        for role, name, entity_id in parts:
            number = self.names.number(name)
            if number == len(self.kinds):
                self.kinds.append(self._kind.get(entity_id, "group"))
            columns["role"].append(roles.number(role))
            columns["name"].append(number)


def _facts(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    [row] = con.execute(_FACTS).fetchall()
    return dict(zip(("mentions", "documents", "outlets"), row, strict=True))
