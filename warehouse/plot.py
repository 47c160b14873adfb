"""A picture of a timeline for a report: lanes by type, events as marks while they fit and as counts beyond."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from warehouse.errors import UserError
from warehouse.explorer.events import LASTING_EVENTS
from warehouse.explorer.explorer import write_whole
from warehouse.explorer.topics import topic

FORMATS = ("svg", "png", "pdf")
MOST_MARKS = 150
MOST_LABELS = 45
WIDTH = 10.0
"""Inches of the plot without its margins."""
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
    lasting: bool

    @property
    def certain(self) -> bool:
        return self.lasting or (self.first == self.last and not self.open)

    @property
    def hollow(self) -> bool:
        return self.modality in ("planned", "possible")


_EVENTS = f"""
SELECT e.event_type, e.title, coalesce(e.earliest, e.latest), coalesce(e.latest, e.earliest),
  e.earliest IS NULL OR e.latest IS NULL, e.modality, e.sources, e.event_id IN ({LASTING_EVENTS}),
  (SELECT list([role, name] ORDER BY role, name) FROM event_roles r WHERE r.event_id = e.event_id)
FROM events e
WHERE (len($types) = 0 OR list_contains($types, e.event_type))
  AND ($name IS NULL OR EXISTS (
    SELECT 1 FROM event_roles r WHERE r.event_id = e.event_id AND contains(lower(r.name), lower($name))))
  AND ($after IS NULL OR coalesce(e.latest, e.earliest) >= $after)
  AND ($before IS NULL OR coalesce(e.earliest, e.latest) <= $before)
ORDER BY coalesce(e.earliest, e.latest), e.event_id
"""


class Drawn(NamedTuple):
    """How many events a picture shows, and how many it has no place for, since nothing is known of their days."""

    events: int
    undated: int


def write_plot(con: duckdb.DuckDBPyConnection, path: Path | str, filter: Filter | None = None) -> Drawn:
    """Draws the events that `filter` lets through into an SVG, PNG or PDF file.

    The same tables and filter give the same bytes with the same matplotlib.

    Raises:
        UserError: no event is left, the file's ending is none of these, or matplotlib is not installed.
        OSError: the file cannot be written.
    """
    target = Path(path)
    form = target.suffix.lower().lstrip(".")
    if form not in FORMATS:
        raise UserError(f"{target}: a picture ends in {', '.join(FORMATS)}; name the file accordingly")
    rows = _asked(con, filter or Filter())
    marks = _marks(rows)
    if not marks:
        known = ", ".join(
            name for (name,) in con.execute("SELECT DISTINCT event_type FROM events ORDER BY 1").fetchall()
        )
        raise UserError(f"{target}: no event has a day and passes the filter; types of events here: {known or 'none'}")
    write_whole(target, _picture(marks, form))
    return Drawn(len(marks), len(rows) - len(marks))


def _asked(con: duckdb.DuckDBPyConnection, wanted: Filter) -> list[tuple[Any, ...]]:
    asked = {"types": list(wanted.types), "name": wanted.name, "after": wanted.after, "before": wanted.before}
    return con.execute(_EVENTS, asked).fetchall()


def _marks(rows: Sequence[tuple[Any, ...]]) -> list[_Mark]:
    return [
        _Mark(
            event_type=event_type,
            label=_label(title, [(role, name) for role, name in roles or []]),
            first=first,
            last=last,
            open=is_open,
            modality=modality,
            sources=sources,
            lasting=lasting,
        )
        for event_type, title, first, last, is_open, modality, sources, lasting, roles in rows
        if first is not None
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
        own = {name: [mark for mark in marks if mark.event_type == name] for name in types}
        labelled = len(marks) <= MOST_LABELS
        per_inch = max(1.0, (max(mark.last for mark in marks) - marks[0].first).days / WIDTH)
        rows = {name: _rows(own[name], per_inch, labelled=labelled) for name in types}
        counted = len(marks) > MOST_MARKS
        heights = [0.75 if counted else 0.3 + 0.2 * (1 + max(rows[name])) for name in types]
        figure = Figure(figsize=(WIDTH + 1, 0.9 + sum(heights)), layout="constrained")
        grid = {"height_ratios": heights}
        lanes = figure.subplots(len(types), 1, sharex=True, squeeze=False, gridspec_kw=grid)[:, 0]
        for number, (axes, name) in enumerate(zip(lanes, types, strict=True)):
            colour = COLOURS[number % len(COLOURS)]
            _frame(axes, name, colour)
            if counted:
                _counts(axes, own[name], marks, colour)
            else:
                _lane(axes, own[name], rows[name], (colour, per_inch), labelled=labelled)
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


def _rows(marks: Sequence[_Mark], per_inch: float, *, labelled: bool) -> list[int]:
    """The row of each mark: the first in which the mark and its label stand free."""
    ends: list[float] = []
    rows = []
    for mark in marks:
        start = mark.first.toordinal() - 0.1 * per_inch
        row = next((number for number, end in enumerate(ends) if end <= start), len(ends))
        if row == len(ends):
            ends.append(0)
        room = 0.2 + (0.075 * len(mark.label) if labelled else 0)
        ends[row] = mark.last.toordinal() + 1 + room * per_inch
        rows.append(row)
    return rows


def _lane(axes: Any, marks: Sequence[_Mark], rows: Sequence[int], style: tuple[str, float], *, labelled: bool) -> None:
    colour, per_inch = style
    for mark, row in zip(marks, rows, strict=True):
        if mark.first == mark.last and not mark.open:
            face = "white" if mark.hollow else colour
            axes.plot([mark.first], [-row], "o", color=colour, markerfacecolor=face, markersize=_size(mark))
        else:
            _bar(axes, mark, row, colour, 0.08 * per_inch)
        if mark.modality == "negated":
            middle = mark.first + (mark.last - mark.first) // 2
            axes.plot([middle], [-row], "_", color="black", markersize=13)
        if labelled:
            axes.annotate(mark.label, (mark.last, -row), (8, 0), textcoords="offset points", va="center", fontsize=7.5)
    axes.set_ylim(-max(rows) - 0.6, 0.6)


def _size(mark: _Mark) -> float:
    return 4 + min(mark.sources, 6) * 0.6


def _bar(axes: Any, mark: _Mark, row: int, colour: str, least: float) -> None:
    """Solid where it lasted, pale and dashed where its day is uncertain, empty where it is planned."""
    faces = {True: colour, False: colour + "38"}
    axes.barh(
        -row,
        max((mark.last - mark.first).days + 1, least),
        left=mark.first,
        height=0.55,
        color="none" if mark.hollow else faces[mark.lasting],
        edgecolor=colour,
        linestyle="-" if mark.lasting else "--",
        linewidth=0.8,
    )


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
