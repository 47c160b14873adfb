"""A picture of a timeline for a report: lanes by type, events as marks while they fit and as counts beyond."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import UserError
from warehouse.explorer.explorer import write_whole
from warehouse.explorer.topics import topic

FORMATS = ("svg", "png", "pdf")
MOST_MARKS = 150
MOST_LABELS = 45
COLOURS = ("#3366ca", "#9d5f00", "#7c4fbb", "#007d70", "#c23f38", "#008327", "#ad3879", "#05759f", "#766f00", "#99429f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events a picture shows: of these types, in which somebody of this name takes part, within these days.

    `name` is a part of a name, whatever its case. Nothing asked for is everything.
    """

    types: tuple[str, ...] = ()
    name: str | None = None
    after: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    event_type: str
    label: str
    first: date
    last: date
    open: bool
    modality: str
    sources: int

    @property
    def certain(self) -> bool:
        return self.first == self.last and not self.open


_EVENTS = """
SELECT e.event_type, e.title, coalesce(e.earliest, e.latest), coalesce(e.latest, e.earliest),
  e.earliest IS NULL OR e.latest IS NULL, e.modality, e.sources,
  (SELECT list([role, name] ORDER BY role, name) FROM event_roles r WHERE r.event_id = e.event_id)
FROM events e
WHERE coalesce(e.earliest, e.latest) IS NOT NULL
  AND (len($types) = 0 OR list_contains($types, e.event_type))
  AND ($name IS NULL OR EXISTS (
    SELECT 1 FROM event_roles r WHERE r.event_id = e.event_id AND contains(lower(r.name), lower($name))))
  AND ($after IS NULL OR coalesce(e.latest, e.earliest) >= $after)
  AND ($before IS NULL OR coalesce(e.earliest, e.latest) <= $before)
ORDER BY coalesce(e.earliest, e.latest), e.event_id
"""


def write_plot(con: duckdb.DuckDBPyConnection, path: Path | str, filter: Filter | None = None) -> int:
    """Draws the events that `filter` lets through into an SVG, PNG or PDF file; returns how many there are.

    The same tables and filter give the same bytes with the same matplotlib.

    Raises:
        UserError: no event is left, the file's ending is none of these, or matplotlib is not installed.
        OSError: the file cannot be written.
    """
    target = Path(path)
    form = target.suffix.lower().lstrip(".")
    if form not in FORMATS:
        raise UserError(f"{target}: a picture ends in {', '.join(FORMATS)}; name the file accordingly")
    marks = _marks(con, filter or Filter())
    if not marks:
        raise UserError(f"{target}: no event has a day and passes the filter; ask for less")
    write_whole(target, _picture(marks, form))
    return len(marks)


def _marks(con: duckdb.DuckDBPyConnection, wanted: Filter) -> list[_Mark]:
    asked = {"types": list(wanted.types), "name": wanted.name, "after": wanted.after, "before": wanted.before}
    return [
        _Mark(
            event_type=event_type,
            label=_label(title, [(role, name) for role, name in roles or []]),
            first=first,
            last=last,
            open=is_open,
            modality=modality,
            sources=sources,
        )
        for event_type, title, first, last, is_open, modality, sources, roles in con.execute(_EVENTS, asked).fetchall()
    ]


def _label(title: str, roles: list[tuple[str, str]]) -> str:
    """What the event is about, short, and safe from matplotlib's mathematics."""
    text = "".join(sign for sign in topic(title, roles) if sign.isprintable())
    short = text if len(text) <= 38 else f"{text[:37].rstrip()}…"
    return short.replace("$", r"\$")


def _picture(marks: Sequence[_Mark], form: str) -> bytes:
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise UserError("pictures need matplotlib: install daybook[plot]") from error

    types = sorted({mark.event_type for mark in marks}, key=lambda name: (-_count(marks, name), name))
    with mpl.rc_context({"svg.hashsalt": "daybook", "svg.fonttype": "none", "font.size": 9, "path.simplify": False}):
        counted = len(marks) > MOST_MARKS
        figure = Figure(figsize=(11, 1.1 + (0.75 if counted else 1.0) * len(types)), layout="constrained")
        lanes = figure.subplots(len(types), 1, sharex=True, squeeze=False)[:, 0]
        for number, (axes, name) in enumerate(zip(lanes, types, strict=True)):
            own = [mark for mark in marks if mark.event_type == name]
            _frame(axes, name, COLOURS[number % len(COLOURS)])
            if counted:
                _counts(axes, own, marks, COLOURS[number % len(COLOURS)])
            else:
                _lane(axes, own, COLOURS[number % len(COLOURS)], labelled=len(marks) <= MOST_LABELS)
        lanes[0].set_title(_facts(marks), loc="left", fontsize=10)
        out = io.BytesIO()
        nothing: dict[str, Any] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
        figure.savefig(out, format=form, dpi=150, metadata=nothing[form])
    return out.getvalue()


def _count(marks: Sequence[_Mark], event_type: str) -> int:
    return sum(mark.event_type == event_type for mark in marks)


def _facts(marks: Sequence[_Mark]) -> str:
    vague = sum(not mark.certain for mark in marks)
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    many = "1 event" if len(marks) == 1 else f"{len(marks):,} events"
    return f"{many} · {first} to {last} · {round(100 * vague / len(marks))} % of dates approximate"


def _frame(axes: Any, name: str, colour: str) -> None:
    axes.set_ylabel(name, rotation=0, ha="right", va="center", color=colour, fontweight="bold")
    axes.set_yticks([])
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _lane(axes: Any, marks: Sequence[_Mark], colour: str, *, labelled: bool) -> None:
    """Marks in rows: a vague one is a pale dashed bar, a planned or possible one hollow, a negated one crossed."""
    rows = min(4, max(1, len(marks)))
    for number, mark in enumerate(marks):
        y = -(number % rows)
        hollow = mark.modality in ("planned", "possible")
        if mark.certain:
            face = "white" if hollow else colour
            size = 4 + min(mark.sources, 6) * 0.6
            axes.plot([mark.first], [y], "o", color=colour, markerfacecolor=face, markersize=size)
        else:
            days = (mark.last - mark.first).days + 1
            face = "none" if hollow else colour + "38"
            axes.barh(y, days, left=mark.first, height=0.5, color=face, edgecolor=colour, linestyle="--", linewidth=0.8)
        if mark.modality == "negated":
            axes.plot([mark.first], [y], "_", color="black", markersize=13)
        if labelled:
            axes.annotate(mark.label, (mark.last, y), (7, 0), textcoords="offset points", va="center", fontsize=7.5)
    axes.set_ylim(-rows + 0.4, 0.6)


def _counts(axes: Any, own: Sequence[_Mark], marks: Sequence[_Mark], colour: str) -> None:
    """Bars of certain events with pale caps of vague ones, at the middle of their interval."""
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    width = max(1, (last - first).days // 90)
    sure, vague = [0] * ((last - first).days // width + 1), [0] * ((last - first).days // width + 1)
    for mark in own:
        middle = mark.first + (mark.last - mark.first) // 2
        (sure if mark.certain else vague)[(middle - first).days // width] += 1
    days = [first + timedelta(days=width * position) for position in range(len(sure))]
    axes.bar(days, sure, width=width * 0.9, align="edge", color=colour)
    axes.bar(days, vague, width=width * 0.9, align="edge", bottom=sure, color=colour + "55")
