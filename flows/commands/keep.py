"""Commands that look after what is published: `check`, `diff`, `vacuum`, `export`, `plot`, `publish`."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import AtOption, FormatOption, LakeOption


def check(lake: LakeOption = "data", at: AtOption = None) -> None:
    """Run the data-quality checks; exit code 1 when one fails."""
    from warehouse.checks import failures, report_text, run_checks
    from warehouse.lake import Lake
    from warehouse.query import open_warehouse

    with open_warehouse(Lake(lake), at) as con:
        results = run_checks(con)
    sys.stdout.write(report_text(results))
    if failures(results):
        raise typer.Exit(1)


def diff(
    before: Annotated[str, typer.Argument(help="A snapshot's id or a day.")],
    after: Annotated[str | None, typer.Argument(help="Another; the published one if not given.")] = None,
    lake: LakeOption = "data",
    form: FormatOption = "table",
) -> None:
    """Show the events that were added, changed, merged, split or withdrawn between two snapshots."""
    from flows.commands.ask import write
    from warehouse.diff import changes
    from warehouse.lake import Lake
    from warehouse.query import published, snapshot_at

    opened = Lake(lake)
    last = published(opened) if after is None else snapshot_at(opened, after)
    write(changes(opened, snapshot_at(opened, before), last), form)


def vacuum(
    lake: LakeOption = "data", keep: Annotated[int, typer.Option(help="Snapshots that stay, the newest.")] = 5
) -> None:
    """Delete old snapshots and what interrupted runs left behind."""
    from flows.pipeline import locked
    from flows.settings import settings
    from warehouse.cells import counted
    from warehouse.lake import Lake
    from warehouse.query import published

    opened = Lake(lake)
    published(opened)
    with locked(settings(lake=lake)):
        gone = opened.vacuum(keep)
    print(f"{counted(len(gone), 'snapshot')} deleted" + "".join(f"\n  {name}" for name in gone))


def export(
    form: Annotated[str, typer.Argument(help="csv, jsonl, ics, timelinejs, jsonld or atom.")],
    lake: LakeOption = "data",
    sql: Annotated[str, typer.Option("--query", help="Which rows; calendars and feeds need those of `timeline`.")] = (
        "select * from timeline"
    ),
    out: Annotated[Path | None, typer.Option("--out", help="A file; standard output if not given.")] = None,
    at: AtOption = None,
) -> None:
    """Write the timeline in the format of another program."""
    from warehouse.explorer.explorer import write_whole
    from warehouse.exports import export as exported
    from warehouse.exports import left_out
    from warehouse.lake import Lake
    from warehouse.query import ask, open_warehouse

    with open_warehouse(Lake(lake), at) as con:
        rows = ask(con, sql)
    data = exported(rows, form)
    if left := left_out(rows, form):
        print(
            f"{left:,} of {len(rows):,} events without a day are left out: {form} has no place for them",
            file=sys.stderr,
        )
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        write_whole(out, data)


def plot(
    out: Annotated[Path, typer.Argument(help="The picture; its ending says which kind: .svg, .png or .pdf.")],
    lake: LakeOption = "data",
    types: Annotated[list[str] | None, typer.Option("--type", help="Only events of this type; repeatable.")] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="Only events in which somebody so named takes part.")
    ] = None,
    after: Annotated[
        datetime | None,
        typer.Option("--after", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Not before this day."),
    ] = None,
    before: Annotated[
        datetime | None,
        typer.Option("--before", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Not after this day."),
    ] = None,
    at: AtOption = None,
) -> None:
    """Draw the timeline, or a part of it, as a picture for a report."""
    from warehouse.cells import counted
    from warehouse.lake import Lake
    from warehouse.plot import Filter, write_plot
    from warehouse.query import open_warehouse

    wanted = Filter(types=tuple(types or ()), name=name, after=after and after.date(), before=before and before.date())
    with open_warehouse(Lake(lake), at) as con:
        drawn = write_plot(con, out, wanted)
    undated = f"; {drawn.undated:,} without a day left out" if drawn.undated else ""
    print(f"picture   {out} ({counted(drawn.events, 'event')}{undated})")


def publish(
    lake: LakeOption = "data",
    at: AtOption = None,
    site: Annotated[Path | None, typer.Option("--site", help="Folder for a static site, a page an event.")] = None,
    base_url: Annotated[str, typer.Option("--base-url", help="Where that folder will stand.")] = "http://localhost/",
) -> None:
    """Write the page and the database of the published snapshot again, or of a kept one, or a static site."""
    from flows.pipeline import locked
    from flows.publish import publish as publish_snapshot
    from flows.settings import settings
    from warehouse.explorer.site import write_site
    from warehouse.lake import Lake
    from warehouse.query import open_warehouse, published, snapshot_at

    opened = Lake(lake)
    snapshot = published(opened) if at is None else snapshot_at(opened, at)
    if at is not None or site is None:
        told = settings(lake=lake)
        with locked(told):
            publish_snapshot(opened, snapshot, told.memory)
    if site is not None:
        with open_warehouse(opened) as con:
            write_site(con, site, base_url=base_url)
        print(f"site      {site}")
    print(f"snapshot  {snapshot}")
