"""The file for a machine's monitoring: both of Prometheus' parsers read it, and it tells of failures too."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from command import ARTICLES, NOW, daybook, printed
from prometheus_client.metrics_core import Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as plain

Told = dict[tuple[str, str], float]


def read(path: Path, lake: Path, families: Callable[[str], Iterable[Metric]] = openmetrics) -> Told:
    found: Told = {}
    for family in families(path.read_text(encoding="utf-8")):
        assert family.type == "gauge"
        assert family.documentation.endswith(".")
        for sample in family.samples:
            labels = dict(sample.labels)
            assert labels.pop("lake") == str(lake)
            found[sample.name, "".join(labels.values())] = sample.value
    return found


def seconds(instant: str) -> float:
    return datetime.fromisoformat(instant).replace(tzinfo=UTC).timestamp()


def test_a_run_is_told_in_a_file_that_prometheus_reads(tmp_path: Path) -> None:
    lake, path = tmp_path / "lake", tmp_path / "collected" / "daybook.prom"
    printed("run", ARTICLES, "--lake", lake, "--runner", "direct", DAYBOOK_METRICS=str(path))
    told = read(path, lake)
    assert told == read(path, lake, plain)
    assert told["daybook_run_succeeded", ""] == 1
    assert told["daybook_run_new_inputs", ""] == told["daybook_run_inputs", ""] == len(list(ARTICLES.iterdir()))
    assert told["daybook_stage_items", "annotate"] == told["daybook_snapshot_rows", "documents"] > 0
    assert told["daybook_stage_text_bytes", "annotate"] > 10_000
    assert {("daybook_stage_seconds", name) for name in ("land", "dedup", "load", "publish")} < set(told)
    assert told["daybook_snapshot_timestamp_seconds", ""] == seconds(NOW)
    assert told["daybook_newest_article_timestamp_seconds", ""] == seconds("2019-07-25")

    mistaken = ("run", ARTICLES, "--lake", lake, "--runner", "direct", "--events", tmp_path / "types")
    (tmp_path / "types").mkdir()
    (tmp_path / "types" / "bad.toml").write_text("not = 'an event type'\n")
    assert daybook(*mistaken, DAYBOOK_METRICS=str(path)).returncode == 2
    failed = read(path, lake)
    assert failed["daybook_run_succeeded", ""] == 0
    assert failed["daybook_snapshot_rows", "events"] == told["daybook_snapshot_rows", "events"]
    assert os.listdir(path.parent) == [path.name]


def test_a_file_that_cannot_be_written_is_told_after_the_run(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    lake, path = tmp_path / "lake", tmp_path / "taken" / "daybook.prom"
    done = daybook("run", ARTICLES, "--lake", lake, "--runner", "direct", DAYBOOK_METRICS=str(path))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "metrics" in done.stderr
    assert (lake / "current.json").exists()
