"""What a run tells a machine's monitoring: a file for the textfile collector of Prometheus' node_exporter."""

from datetime import UTC, datetime, time

from flows.outcome import Outcome
from flows.settings import Settings
from warehouse.errors import UserError
from warehouse.explorer.explorer import write_whole
from warehouse.lake import Lake


def write_metrics(settings: Settings, outcome: Outcome, *, succeeded: bool) -> None:
    """Replaces the file that the settings name, where they name one; a reader sees the old one or the new one whole.

    Raises:
        UserError: it cannot be written.
    """
    if settings.metrics is None:
        return
    try:
        write_whole(settings.metrics, exposition(settings.lake, outcome, succeeded, datetime.now(UTC)))
    except OSError as error:
        raise UserError(f"metrics {settings.metrics}: cannot be written: {error.strerror}") from error


def exposition(address: str, outcome: Outcome, succeeded: bool, ended: datetime) -> bytes:
    """The run and what is published now, in OpenMetrics; every figure is a gauge with the label `lake`."""
    from prometheus_client import CollectorRegistry, Gauge
    from prometheus_client.openmetrics.exposition import generate_latest

    lake, registry = Lake(address), CollectorRegistry()

    def tell(name: str, means: str, value: float, **labels: str) -> None:
        told = {"lake": lake.name, **labels}
        if (name, tuple(told)) not in gauges:
            gauges[name, tuple(told)] = Gauge(f"daybook_{name}", means, tuple(told), registry=registry)
        gauges[name, tuple(told)].labels(**told).set(value)

    gauges: dict[tuple[str, tuple[str, ...]], Gauge] = {}
    tell("run_succeeded", "Whether the last run ended well.", succeeded)
    tell("run_ended_timestamp_seconds", "When the last run ended.", ended.timestamp())
    tell("run_inputs", "Inputs of the last run.", outcome.inputs)
    tell("run_new_inputs", "Inputs of the last run that the lake did not hold.", outcome.new_inputs)
    for stage in outcome.stages:
        tell("stage_seconds", "What a stage of the last run took.", stage.seconds, stage=stage.name)
        tell("stage_items", "What a stage of the last run worked on.", stage.items, stage=stage.name)
        tell("stage_text_bytes", "New text that a stage of the last run read.", stage.text_bytes, stage=stage.name)
    current = lake.current()
    if current is not None:
        manifest = lake.manifest(current)
        made = datetime.fromisoformat(manifest["created_at"]).replace(tzinfo=UTC)
        tell("snapshot_timestamp_seconds", "When the published snapshot was made.", made.timestamp())
        for table, rows in manifest["rows"].items():
            tell("snapshot_rows", "Rows of a table of the published snapshot.", rows, table=table)
        days = lake.dataset(current, "documents").to_table(columns=["published"])["published"].to_pylist()
        newest = max((day for day in days if day is not None), default=None)
        if newest is not None:
            midnight = datetime.combine(newest, time(), UTC)
            tell("newest_article_timestamp_seconds", "Day of the newest published article.", midnight.timestamp())
    written: bytes = generate_latest(registry)
    return written
