"""Why an event is as it is: its sentences, its date's chain of reasons, its claims, its merges, its links."""

from dataclasses import dataclass
from typing import Any

import duckdb

from transforms.dedup.features import default_model
from warehouse.cells import cell, counted, plain
from warehouse.errors import UserError

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is known of one event; every list holds rows of the tables and views by column name."""

    event: Row
    evidence: list[Row]
    reasons: list[Row]
    appeared: list[Row]
    claims: list[Row]
    merged: list[Row]
    apart: list[Row]
    links: list[Row]
    history: list[Row]


def explain_event(con: duckdb.DuckDBPyConnection, event_id: str) -> Explanation:
    """Explains the event with this id, or the only one whose id begins so.

    Raises:
        UserError: there is no such event, or several.
    """
    [event] = rows(con, "SELECT * FROM timeline WHERE event_id = ?", full_id(con, event_id))
    key = event["event_id"]
    return Explanation(
        event=event,
        evidence=rows(con, "SELECT * FROM evidence WHERE event_id = ?", key),
        reasons=rows(con, REASONS, key),
        appeared=rows(con, APPEARED, key),
        claims=rows(con, CLAIMS, key),
        merged=[compared(row) for row in rows(con, MERGED, key)],
        apart=[compared(row) for row in rows(con, APART, key)],
        links=rows(con, LINKS, key),
        history=rows(con, HISTORY, key),
    )


REASONS = """SELECT side, day, statement, document_id, mention_id, set_aside FROM date_reasons
WHERE subject_kind = 'event' AND subject_id = ? ORDER BY side, step"""

APPEARED = """SELECT side, day, statement, r.document_id, mention_id, set_aside FROM date_reasons r
WHERE subject_kind = 'document' AND subject_id IN (SELECT document_id FROM mentions WHERE event_id = ?)
ORDER BY subject_id, side, step"""

CLAIMS = """SELECT attribute, value, c.documents, chosen, list(DISTINCT coalesce(d.source, d.uri)) AS outlets
FROM (SELECT *, unnest(document_ids) AS document_id FROM event_claims WHERE event_id = ?) c
LEFT JOIN documents d USING (document_id) GROUP BY ALL ORDER BY attribute, c.documents DESC, value"""

PAIRS = """FROM pairs p
JOIN mentions a ON a.mention_id = p.mention_a JOIN documents x ON x.document_id = a.document_id
JOIN mentions b ON b.mention_id = p.mention_b JOIN documents y ON y.document_id = b.document_id"""

MERGED = f"""SELECT p.*, coalesce(x.source, x.uri) AS outlet_a, coalesce(y.source, y.uri) AS outlet_b {PAIRS}
WHERE p.same AND a.event_id = ? AND b.event_id = a.event_id ORDER BY p.score DESC, p.mention_a, p.mention_b LIMIT 20"""

APART = f"""WITH mine AS (SELECT ? AS event_id), near AS (
  SELECT p.*, coalesce(x.source, x.uri) AS outlet_a, coalesce(y.source, y.uri) AS outlet_b,
    CASE WHEN a.event_id = mine.event_id THEN b.event_id ELSE a.event_id END AS other_id
  {PAIRS} JOIN mine ON (a.event_id = mine.event_id) <> (b.event_id = mine.event_id) WHERE NOT p.same
)
SELECT near.*, e.title AS other_title FROM near JOIN events e ON e.event_id = near.other_id
ORDER BY near.score DESC, near.mention_a, near.mention_b LIMIT 3"""

LINKS = """WITH mine AS (SELECT ? AS event_id)
SELECT 'this' AS side, l.relation, l.other_id AS event_id, e.title, e.best_day
FROM event_links l JOIN mine USING (event_id) JOIN events e ON e.event_id = l.other_id
UNION ALL SELECT 'other', l.relation, l.event_id, e.title, e.best_day
FROM event_links l JOIN mine ON l.other_id = mine.event_id JOIN events e ON e.event_id = l.event_id
ORDER BY ALL"""

HISTORY = """SELECT h.event_id, h.snapshot_id, h.became, h.why FROM event_history h, (SELECT ? AS event_id) AS mine
WHERE h.became = mine.event_id OR h.event_id = mine.event_id ORDER BY ALL"""


def rows(con: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[Row]:
    """The rows of a query by column name."""
    result = con.execute(sql, list(values))
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def full_id(con: duckdb.DuckDBPyConnection, prefix: str) -> str:
    """The id of the one event whose id begins so.

    Raises:
        UserError: nothing is named; there is none, with what became of it if it was there once; or there are several.
    """
    if not prefix:
        raise UserError("explain: name an event by its id; `daybook query 'from timeline'` shows the ids")
    found = rows(con, "SELECT event_id FROM events WHERE starts_with(event_id, ?) ORDER BY event_id LIMIT 5", prefix)
    if len(found) == 1:
        return str(found[0]["event_id"])
    if found:
        raise UserError(
            f"event {prefix!r}: several ids begin so ({', '.join(r['event_id'] for r in found)}); give more"
        )
    gone = rows(con, "SELECT * FROM event_history WHERE event_id = ? ORDER BY snapshot_id", prefix)
    for row in gone:
        became = f" into {row['became']}" if row["became"] else ""
        raise UserError(f"event {prefix}: {row['why']}{became} in snapshot {row['snapshot_id']}")
    raise UserError(f"event {prefix!r}: there is none; `daybook query 'from timeline'` shows the ids")


def compared(row: Row) -> Row:
    """A row of `pairs` with a list `features` of (name, what it found, bits), the weightiest first."""
    model = {feature.name: feature for feature in default_model().feature}
    known = (
        "mention_a",
        "mention_b",
        "score",
        "same",
        "distinctive",
        "conflict",
        "outlet_a",
        "outlet_b",
        "other_id",
        "other_title",
    )
    found = []
    for name, value in row.items():
        if name in known or value is None:
            continue
        levels = model[name].level if name in model else ()
        if isinstance(value, int) and value < len(levels):
            found.append((name.replace("_", " "), levels[value].name, levels[value].weight))
        else:
            found.append((name.replace("_", " "), "" if isinstance(value, float) else cell(value), value))
    bits = [(name, told, float(bit) if isinstance(bit, (int, float)) else 0.0) for name, told, bit in found]
    kept = {name: row[name] for name in known if name in row}
    return {**kept, "features": sorted(bits, key=lambda feature: (-abs(feature[2]), feature[0]))}


def explanation_text(told: Explanation) -> str:
    """An explanation for a terminal."""
    event = told.event
    lines = [f"{event['title']}", f"{event['event_type']} ({event['family']}), id {event['event_id']}"]
    lines.append(f"{days(event)}; {event['modality']}{', ' + event['outcome'] if event['outcome'] else ''}")
    for role in ("body", "actor", "target", "venue"):
        if event[role]:
            lines.append(f"{role}: {', '.join(event[role])}")
    tellers = f"{counted(event['documents'], 'article')} of {counted(event['sources'], 'outlet')}"
    lines.append(f"told by {tellers}; confidence {event['confidence']:.2f}")
    parts = [
        ("Evidence", [line for row in told.evidence for line in evidence_lines(row)]),
        ("Why this date", [reason_line(row) for row in told.reasons]),
        ("When its undated articles appeared", [reason_line(row) for row in told.appeared]),
        ("What sources say", [claim_line(row) for row in told.claims]),
        ("Why these mentions are one event", [pair_line(row) for row in told.merged]),
        ("What was kept apart", [f"{row['other_title']} ({row['other_id']}): {pair_line(row)}" for row in told.apart]),
        ("Links", [link_line(row) for row in told.links]),
        ("History", [f"{r['event_id']} {r['why']} into {r['became']} in {r['snapshot_id']}" for r in told.history]),
    ]
    for head, body in parts:
        if body:
            lines += ["", head, *(f"  {line}" for line in body)]
    return "\n".join(plain(line) for line in lines) + "\n"


def days(row: Row) -> str:
    """An interval in words."""
    first, last = row["earliest"], row["latest"]
    grain = f" ({row['grain']})" if row["grain"] else ""
    if first is None and last is None:
        return f"day unknown{distance(row)}"
    if first == last:
        return f"{first}{grain}"
    return f"{first or 'open'} to {last or 'open'}{grain}"


def distance(row: Row) -> str:
    """How far from an unknown day of publication time words put an event."""
    low, high = row.get("offset_earliest"), row.get("offset_latest")
    if not row.get("date_basis") or (low is None and high is None):
        return ""
    return f", {'open' if low is None else low} to {'open' if high is None else high} days from publication"


def evidence_lines(row: Row) -> list[str]:
    """A sentence, its outlet, and what it says of the date."""
    outlet = f"{row['source'] or 'unknown outlet'}, {row['published'] or 'day unknown'}, {row['uri']}"
    basis = f"'{row['date_basis']}'" if row["date_basis"] else "no time words"
    said = f", as {row['attributed_to']} says" if row["attributed_to"] else ""
    return [f'"{row["sentence"].strip()}"', f"  {outlet}", f"  {basis} -> {days(row)}, rule: {row['date_rule']}{said}"]


def reason_line(row: Row) -> str:
    """A step of the chain that leads to a bound."""
    aside = " (set aside: it contradicts the others)" if row["set_aside"] else ""
    return f"{row['side']} {row['day'] or 'open'}: {row['statement']}{aside}"


def claim_line(row: Row) -> str:
    """A value and who gives it."""
    mark = "*" if row["chosen"] else " "
    return f"{mark} {row['attribute']}: {row['value']} ({', '.join(sorted(row['outlets']))})"


def pair_line(row: Row) -> str:
    """A compared pair and what weighed in it."""
    told = "; ".join(f"{name}{': ' + found if found else ''} {bits:+.1f}" for name, found, bits in row["features"])
    conflict = f" conflict: {row['conflict']};" if row.get("conflict") else ""
    return f"{row['outlet_a']} / {row['outlet_b']}, score {row['score']:.1f}:{conflict} {told}"


def link_line(row: Row) -> str:
    """A related event."""
    arrow = f"{row['relation']} ->" if row["side"] == "this" else f"<- {row['relation']}"
    return f"{arrow} {row['title']} ({row['best_day'] or 'undated'}, {row['event_id']})"
