"""`daybook run`: from articles to a timeline."""

from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import (
    DayOption,
    ExtractorOption,
    LakeOption,
    ModelOption,
    SourceOption,
    SpacyOption,
    UrlOption,
)

if TYPE_CHECKING:
    from flows.inputs import Input
    from flows.outcome import Outcome
    from flows.settings import Settings


def run(
    paths: Annotated[list[str], typer.Argument(help="Files, folders and globs of articles.", show_default=False)],
    lake: LakeOption = "data",
    published: DayOption = None,
    source: SourceOption = None,
    runner: Annotated[
        str | None, typer.Option(help="direct, thread, process, dask or ray; direct works without Prefect.")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Batches at once; all cores if not given.")] = None,
    address: Annotated[str | None, typer.Option(help="Scheduler of a Dask cluster or head of a Ray cluster.")] = None,
    events: Annotated[str | None, typer.Option(help="Folder of further event types, one TOML file a type.")] = None,
    judgements: Annotated[str | None, typer.Option(help="CSV file of reviewers' decisions.")] = None,
    extractor: ExtractorOption = None,
    spacy_model: SpacyOption = None,
    llm_url: UrlOption = None,
    llm_model: ModelOption = None,
    llm_tokens: Annotated[int | None, typer.Option(help="Tokens that the run may spend at the endpoint.")] = None,
    wait: Annotated[float | None, typer.Option(help="Seconds to wait for another run on the same lake.")] = None,
) -> None:
    """Read articles and publish the timeline of all that the lake holds."""
    from flows.inputs import expand
    from flows.names import RunnerName
    from flows.settings import settings
    from warehouse.errors import UserError

    chosen = settings(
        lake=lake,
        published=published,
        source=source,
        runner=runner,
        workers=workers,
        address=address,
        events=events,
        judgements=judgements,
        extractor=extractor,
        spacy_model=spacy_model,
        llm_url=llm_url,
        llm_model=llm_model,
        llm_tokens=llm_tokens,
        wait=wait,
    )
    if address and chosen.runner not in (RunnerName.DASK, RunnerName.RAY):
        raise UserError(f"setting address: runner {chosen.runner.value} takes none; dask and ray do")
    entries = expand(paths, published=chosen.published, source=chosen.source)
    outcome = work(paths, entries, chosen)
    report(outcome, chosen)


def work(paths: list[str], entries: "list[Input]", chosen: "Settings") -> "Outcome":
    """Runs the stages: in this process with the runner `direct`, else as a Prefect flow."""
    from flows.commands.screen import bar
    from flows.names import RunnerName

    with bar():
        if chosen.runner is RunnerName.DIRECT:
            from flows.pipeline import run as run_stages
            from flows.plain import PlainCaller
            from flows.runners import Direct

            return run_stages(entries, chosen, PlainCaller(Direct(), 1))
        from flows.server import embedded

        with embedded(chosen.lake):
            from prefect import tags

            from flows.timeline import timeline

            with tags("daybook"):
                return timeline(
                    paths=paths,
                    lake=chosen.lake,
                    published=chosen.published,
                    source=chosen.source,
                    runner=chosen.runner,
                    workers_at_once=chosen.workers,
                    address=chosen.address,
                    events=chosen.events,
                    judgements=chosen.judgements,
                    extractor=chosen.extractor,
                    spacy_model=chosen.spacy_model,
                    llm_url=chosen.llm_url,
                    llm_model=chosen.llm_model,
                    llm_tokens=chosen.llm_tokens,
                    wait=chosen.wait,
                    now=chosen.now,
                )


def report(outcome: "Outcome", chosen: "Settings") -> None:
    """Prints the timeline in short, what the run did, and where its results lie."""
    from flows.commands.screen import print_outcome

    print_outcome(outcome, chosen)
