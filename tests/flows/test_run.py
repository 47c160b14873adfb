"""Runs by the command line: what comes out, what a second run changes, what faults leave behind."""

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import duckdb
import psutil
import pyarrow as pa
import pytest
from command import ARTICLES, NOW, PATIENCE, ROOT, daybook

from flows.inputs import expand
from flows.names import RunnerName
from flows.pipeline import run
from flows.plain import PlainCaller, rest_on
from flows.runners import executor, workers
from flows.settings import settings
from warehouse.lake import Lake


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        str(path.relative_to(folder)): (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def test_a_run_prints_a_timeline_and_where_it_lies(lake: Path) -> None:
    done = daybook("run", ARTICLES, "--lake", lake, "--runner", "direct")
    assert "nothing changed" in done.stdout
    assert "0 of 19 inputs were new" in done.stdout
    assert str(lake / "daybook.duckdb") in done.stdout
    assert (lake / "timeline.html").is_file()


def test_a_second_run_touches_no_file(lake: Path) -> None:
    before = contents(lake)
    assert daybook("run", ARTICLES, "--lake", lake, "--runner", "direct").returncode == 0
    assert contents(lake) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("run", "no-such-place"), "no such file or folder"),
        (("run", ARTICLES, "--published", "yesterday"), "published"),
        (("run", ARTICLES, "--runner", "walking"), "runner"),
        (("run", ARTICLES, "--judgements", "none.csv", "--runner", "direct"), "none.csv"),
        (("query", "select 1"), "nothing is published yet"),
        (("query",), "either as SQL or with --file"),
        (("query", "--file", "none.sql"), "none.sql"),
        (("plot", "motions.doc"), "nothing is published yet"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_nothing(arguments: tuple[object, ...], told: str, tmp_path: Path) -> None:
    done = daybook(*arguments, "--lake", tmp_path / "lake", cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "lake" / "current.json").exists()


def test_a_picture_of_a_part_of_the_timeline(lake: Path, tmp_path: Path) -> None:
    done = daybook("plot", tmp_path / "motions.svg", "--lake", lake, "--type", "motion", "--after", "2019-01-01")
    assert done.returncode == 0, done.stderr
    count = "select count(*) from events where event_type = 'motion' and coalesce(latest, earliest) >= $day::date"
    (tmp_path / "count.sql").write_text(count)
    asked = daybook(
        "query", "--file", tmp_path / "count.sql", "-p", "day=2019-01-01", "--format", "csv", "--lake", lake
    )
    assert f"({asked.stdout.split()[1]} events)" in done.stdout
    assert "motion" in (tmp_path / "motions.svg").read_text()


HARVEST = """
type = "harvest"
family = "farming"
means = "a harvest brought in"
plover = "NONE"
cameo = "00"
joins = "single"
is_not = "a harvest of souls"
[places.noun]
[places.verb]
[[trigger]]
nouns = ["harvest"]
[[example]]
text = "The harvest was brought in on 3 September 2019."
trigger = "harvest"
"""


def test_event_types_of_ones_own_keep_their_family(tmp_path: Path) -> None:
    (tmp_path / "harvest.toml").write_text(HARVEST)
    (tmp_path / "farm.txt").write_text("The harvest at Nether Wallop was brought in on 3 September 2019.")
    done = daybook(
        "run", tmp_path / "farm.txt", "--lake", tmp_path / "lake", "--runner", "direct", "--events", tmp_path
    )
    assert done.returncode == 0, done.stderr
    with duckdb.connect(tmp_path / "lake" / "daybook.duckdb", read_only=True) as con:
        assert con.execute("SELECT event_type, family FROM events").fetchall() == [("harvest", "farming")]


def test_documents_and_rejects_add_up_to_inputs(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(7):
        (folder / f"good{number}.txt").write_text(f"The council of town {number} passed a motion on 3 May 2019.")
    (folder / "again.txt").write_bytes((folder / "good0.txt").read_bytes())
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    assert daybook("run", folder, "--lake", tmp_path / "lake", "--runner", "direct").returncode == 0
    with duckdb.connect(tmp_path / "lake" / "daybook.duckdb", read_only=True) as con:
        [(documents,)] = con.execute("SELECT count(*) FROM documents").fetchall()
        rejects = dict(con.execute("SELECT uri, error FROM rejects").fetchall())
    assert documents + len(rejects) == 10
    assert rejects["in/good0.txt"] == "repeat"
    assert {"in/empty.txt", "in/binary.txt"} < set(rejects)


def tables(folder: Path) -> str:
    current = Lake(str(folder)).current()
    assert current is not None
    files = Lake(str(folder)).manifest(current)["files"]
    return json.dumps([[one["path"], one["sha256"]] for one in files if one["table"] != "snapshots"])


def worked(folder: Path, runner: RunnerName) -> str:
    chosen = settings(lake=str(folder), runner=runner, workers=2, now=NOW, batch_bytes=5_000, units_a_part=20)
    entries = expand([ARTICLES], published=None, source=None)
    with executor(chosen) as on:
        run(entries, chosen, PlainCaller(on, workers(chosen)))
    return tables(folder)


@pytest.mark.parametrize(
    "runner",
    [
        RunnerName.THREAD,
        RunnerName.PROCESS,
        RunnerName.DASK,
        pytest.param(RunnerName.RAY, marks=pytest.mark.soak),
    ],
)
def test_every_runner_makes_the_same_files(runner: RunnerName, lake: Path, tmp_path: Path) -> None:
    assert worked(tmp_path / "lake", runner) == tables(lake)


def holds(module: str) -> tuple[bool, bool]:
    made = len(pa.array(["a"])) == 1
    return made, module in sys.modules


def test_a_worker_makes_arrays_without_pandas(tmp_path: Path) -> None:
    with executor(settings(lake=str(tmp_path), runner=RunnerName.PROCESS, workers=1)) as on:
        assert on.submit(holds, "pandas").result() == (True, False)


def test_workers_rest_and_are_started_again(tmp_path: Path) -> None:
    with executor(settings(lake=str(tmp_path), runner=RunnerName.PROCESS, workers=1)) as on:
        rest_on(on)
        first, same = (psutil.Process(on.submit(os.getpid).result()) for _ in range(2))
        rest_on(on)
        assert psutil.wait_procs([first], PATIENCE) == ([first], [])
        assert first == same != psutil.Process(on.submit(os.getpid).result())


def test_a_killed_run_goes_on_to_the_same_state(lake: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    command = [sys.executable, "-m", "flows.cli", "run", str(ARTICLES), "--lake", str(folder), "--runner", "direct"]
    env = {**os.environ, "DAYBOOK_NOW": NOW, "PYTHONPATH": str(ROOT), "DAYBOOK_BATCH_BYTES": "5000"}
    until = time.monotonic() + PATIENCE
    with subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.DEVNULL) as running:
        while not list(folder.glob("shards/annotate/*/manifest.json")) and time.monotonic() < until:
            assert running.poll() is None
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGKILL)
    assert not (folder / "current.json").exists()
    assert daybook("run", ARTICLES, "--lake", folder, "--runner", "direct").returncode == 0
    assert tables(folder) == tables(lake)


def test_an_interrupted_run_stops_and_can_go_on(lake: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    listening = ["env", "--default-signal=INT"]  # a shell that runs the tests in the background ignores Ctrl-C
    command = [
        *listening,
        sys.executable,
        "-m",
        "flows.cli",
        "run",
        str(ARTICLES),
        "--lake",
        str(folder),
        "--runner",
        "direct",
    ]
    env = {**os.environ, "DAYBOOK_NOW": NOW, "PYTHONPATH": str(ROOT), "DAYBOOK_BATCH_BYTES": "5000"}
    until = time.monotonic() + PATIENCE
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as running:
        while not list(folder.glob("shards/land/*/manifest.json")) and time.monotonic() < until:
            assert running.poll() is None
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 130
    assert daybook("run", ARTICLES, "--lake", folder, "--runner", "direct").returncode == 0
    assert tables(folder) == tables(lake)


def test_a_second_run_at_once_refuses_and_a_patient_one_waits(lake: Path) -> None:
    from filelock import FileLock

    with FileLock(lake / ".lock"):
        done = daybook("run", ARTICLES, "--lake", lake, "--runner", "direct")
    assert done.returncode == 2
    assert "another run" in done.stderr


def test_a_document_that_kills_its_process_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(5):
        (folder / f"good{number}.txt").write_text(f"The council of town {number} passed a motion on 3 May 2019.")
    (folder / "bad.txt").write_text("POISON The council passed a motion on 3 May 2019.")
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, transforms.annotate as a\n"
        "kept = a.annotate\n"
        "def annotate(document, *given):\n"
        "    if document.text.startswith('POISON'): os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return kept(document, *given)\n"
        "a.annotate = annotate\n"
    )
    script = (
        "from flows.inputs import expand\n"
        "from flows.pipeline import run\n"
        "from flows.plain import PlainCaller\n"
        "from flows.runners import executor\n"
        "from flows.settings import settings\n"
        "if __name__ == '__main__':\n"
        f"    chosen = settings(lake={str(tmp_path / 'lake')!r}, runner='process', workers=2, now={NOW!r})\n"
        "    with executor(chosen) as on:\n"
        f"        run(expand([{str(folder)!r}], published=None, source=None), chosen, PlainCaller(on, 2))\n"
    )
    (tmp_path / "script.py").write_text(script)
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with duckdb.connect(tmp_path / "lake" / "daybook.duckdb", read_only=True) as con:
        rejects = con.execute("SELECT uri, stage, detail FROM rejects").fetchall()
        [(documents,)] = con.execute("SELECT count(DISTINCT document_id) FROM mentions").fetchall()
    assert [(uri, stage) for uri, stage, _ in rejects] == [("in/bad.txt", "annotate")]
    assert "died" in rejects[0][2]
    assert documents == 5
