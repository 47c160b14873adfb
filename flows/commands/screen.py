"""What a run shows on a terminal: a progress bar on standard error, a short timeline and paths on standard output."""

import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.progress import Progress, told_to

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

    from flows.outcome import Outcome
    from flows.settings import Settings

SHOWN = 15
NEWEST = f"""
SELECT CASE WHEN earliest = latest THEN earliest::VARCHAR WHEN coalesce(earliest, latest) IS NOT NULL
         THEN coalesce(earliest::VARCHAR, '') || ' .. ' || coalesce(latest::VARCHAR, '') END AS day, event_type AS type,
       title, coalesce(outcome, modality) AS status, array_to_string(outlets, ', ') AS outlets
FROM timeline ORDER BY best_day DESC NULLS LAST, event_id LIMIT {SHOWN}
"""
LEFT_OPEN = """
SELECT count(*) FILTER (published_basis IN ('unknown', 'network')) AS undated, count(*) AS articles,
       (SELECT count(*) FROM rejects WHERE error = 'repeat') AS repeats
FROM documents
"""


class Bar(Progress):
    """A bar a stage."""

    def __init__(self, bars: "Bars") -> None:
        self.bars = bars
        self.tasks = {"start": bars.add_task("start", total=None)}

    def begin(self, stage: str, total: int) -> None:
        """A bar appears."""
        if "start" in self.tasks:
            self.bars.remove_task(self.tasks.pop("start"))
        self.tasks[stage] = self.bars.add_task(stage, total=total or 1, completed=0 if total else 1)

    def advance(self, stage: str) -> None:
        """A bar grows."""
        self.bars.advance(self.tasks[stage])


@contextmanager
def bar() -> Iterator[None]:
    """Shows the progress of runs in this block, when somebody looks at the terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars, told_to(Bar(bars)):
        yield


def print_outcome(outcome: "Outcome", chosen: "Settings") -> None:
    """Prints the newest events, counts and paths."""
    from warehouse.cells import counted
    from warehouse.formats import render
    from warehouse.lake import DATABASE, Lake
    from warehouse.query import ask, open_warehouse

    lake = Lake(chosen.lake)
    with open_warehouse(lake) as con:
        rows = ask(con, NEWEST)
        [left] = ask(con, LEFT_OPEN).to_pylist()
    sys.stdout.write(render(rows, "table", width=shutil.get_terminal_size((140, 40)).columns).decode())
    told = outcome.rows
    rejected = told["rejects"] - left["repeats"]
    repeats = f"; {counted(left['repeats'], 'repeat')}" if left["repeats"] else ""
    print(
        f"\n{counted(told['events'], 'event')}, {counted(told['mentions'], 'mention')} "
        f"in {counted(told['documents'], 'article')}; "
        f"{counted(rejected, 'input')} rejected{repeats}; {outcome.new_inputs:,} of {outcome.inputs:,} inputs were new"
    )
    print(f"snapshot  {lake.root}/snapshots/{outcome.snapshot_id}" + ("" if outcome.changed else "  (nothing changed)"))
    for label, name in (("database", DATABASE), ("page", "timeline.html")):
        if lake.store.local is not None:
            print(f"{label:9} {lake.root}/{name}")
    print(f"ask       {asking(lake.root, 'select * from timeline')}")
    if rejected:
        print(f"rejected  {asking(lake.root, 'select uri, error, detail from rejects')}")
    if left["undated"] * 2 > left["articles"]:
        print(
            f"no day    {left['undated']:,} of {left['articles']:,} articles say nothing of when they were published; "
            "`--published DAY` or a manifest.jsonl can"
        )


def asking(lake: str, sql: str) -> str:
    """The command that asks a question, as it can be typed here: with the lake, and the programme as it was called."""
    program = "daybook" if shutil.which("daybook") or Path(sys.argv[0]).name != "daybook" else sys.argv[0]
    return f'{shlex.quote(program)} query --lake {shlex.quote(lake)} "{sql}"'
