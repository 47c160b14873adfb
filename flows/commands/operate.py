"""Commands that keep a timeline going: `watch`, `status`, `reread`, `sources check`."""

import json
from typing import Annotated, Any

import typer

from flows.commands.options import LakeOption

SourcesOption = Annotated[
    str | None, typer.Option("--sources", help="Folder of sources, one TOML file each; the built-in ones if not given.")
]
sources = typer.Typer(help="The sources that `watch` polls.", no_args_is_help=True, rich_markup_mode=None)


def watch(
    lake: LakeOption = "data",
    folder: SourcesOption = None,
    early: Annotated[bool, typer.Option("--now", help="Poll also sources whose time has not come.")] = False,
) -> None:
    """Poll the sources once, and publish the timeline with what is new."""
    from flows.commands.run import report
    from flows.schedule import gather
    from flows.settings import settings

    chosen = settings(lake=lake)
    outcome = gather(chosen, folder, early)
    if outcome is None:
        print("nothing has landed yet")
    else:
        report(outcome, chosen)


def reread(lake: LakeOption = "data") -> None:
    """Read again what has landed, where the readers have changed since."""
    from flows.commands.run import report, work
    from flows.inputs import expand
    from flows.names import RunnerName
    from flows.schedule import landing_folder
    from flows.settings import settings

    chosen = settings(lake=lake, runner=RunnerName.DIRECT)
    paths = [landing_folder(lake)]
    report(work(paths, expand(paths, published=None, source=None), chosen), chosen)


def status(lake: LakeOption = "data") -> None:
    """Show the last published runs: when, how long each stage took, articles a second, rejects, freshness."""
    from datetime import UTC, datetime

    from flows.pipeline import STATE
    from warehouse.lake import Lake
    from warehouse.query import ask, open_warehouse

    opened = Lake(lake)
    with open_warehouse(opened) as con:
        runs = ask(con, "SELECT * FROM snapshots ORDER BY created_at DESC LIMIT 5").to_pylist()
        [fresh] = ask(con, "SELECT max(published) AS day, count(*) AS n FROM documents").to_pylist()
    state = json.loads(opened.store.read(STATE) or b"{}")
    age = datetime.now(UTC).replace(tzinfo=None) - runs[0]["created_at"]
    print(
        f"lake {opened.name}: {fresh['n']:,} articles, the newest of {fresh['day'] or 'an unknown day'}; "
        f"published {max(age.total_seconds(), 0) / 3600:,.1f} hours ago"
    )
    for run in runs:
        whole = state.get("metrics") if state.get("snapshot_id") == run["snapshot_id"] else None
        print(run_line(run, whole or json.loads(run["metrics"] or "{}")))
    if failed := opened.set_aside():
        print(f"{len(failed)} snapshots failed their checks and were not published: {', '.join(failed)}")


def run_line(run: dict[str, Any], metrics: dict[str, Any]) -> str:
    """A published run in a line, or two when it says what its stages took."""
    rows, stages = json.loads(run["rows"]), metrics.get("stages", [])
    told = (
        f"{run['created_at']:%Y-%m-%d %H:%M} {run['snapshot_id']}: {rows['documents']:,} articles, "
        f"{rows['events']:,} events, {rows['rejects']:,} rejects"
    )
    seconds = metrics.get("seconds") or sum(stage["seconds"] for stage in stages)
    if not seconds:
        return told
    articles = sum(stage["items"] for stage in stages if stage["name"] == "annotate")
    each = ", ".join(f"{stage['name']} {stage['seconds']:.1f}" for stage in stages)
    return f"{told}\n    {articles:,} new articles in {seconds:.1f} s, {articles / seconds:,.1f} a second: {each}"


@sources.command("check")
def check(folder: SourcesOption = None) -> None:
    """Try every source once, without landing anything; exit code 1 when one fails."""
    from tempfile import TemporaryDirectory

    from flows.fetch import Fetcher
    from flows.landing import Landing
    from flows.schedule import policy
    from flows.settings import settings
    from flows.sources import load_sources
    from flows.watch import check as try_source

    failed = False
    with TemporaryDirectory() as beside, Landing(beside) as landing, Fetcher(policy(settings()), landing) as fetcher:
        for source in load_sources(folder):
            told = try_source(source, fetcher)
            failed = failed or (told.enabled and told.error is not None)
            state = "enabled" if told.enabled else "disabled"
            print(f"{told.source:24} {told.kind.value:8} {state:9} {told.error or f'{told.found} found'}")
    if failed:
        raise typer.Exit(1)


@sources.command("list")
def listed(folder: SourcesOption = None) -> None:
    """List the sources."""
    from flows.sources import load_sources

    for source in load_sources(folder):
        print(f"{source.name:24} {source.kind.value:8} {source.address or source.path}")
