"""A long run whose processes are killed, or which is stopped, comes to what an undisturbed one comes to."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from command import PATIENCE, command, environment, printed

from warehouse.lake import Lake

ARTICLES = 1200
SMALL = {"DAYBOOK_BATCH_BYTES": "2000"}
LISTENING = ("env", "--default-signal=INT")
"""A shell that runs the tests in the background ignores Ctrl-C."""
LEAVING = 10
"""Seconds that helpers of a cluster are given to end after the run."""
TOWNS = ("Aldwick", "Brackley", "Corsham", "Dunster", "Evesham", "Frome", "Glossop")
ACTS = ("passed", "rejected", "withdrew", "debated")


def write_articles(folder: Path) -> Path:
    folder.mkdir()
    for number in range(ARTICLES):
        town, act, day = TOWNS[number % 7], ACTS[number % 4], f"{1 + number % 28} May {2000 + number // 60}"
        (folder / f"{number:04}.txt").write_text(
            f"The council of {town} {act} a motion on {day}. It was moved by member {number}. "
            f"Two days later the mayor of {TOWNS[number % 5]} resigned, and an election was held in June.",
            encoding="utf-8",
        )
    return folder


def tables(lake: Path) -> list[tuple[str, str]]:
    current = Lake(str(lake)).current()
    assert current is not None
    files = Lake(str(lake)).manifest(current)["files"]
    return [(one["path"], one["sha256"]) for one in files if one["table"] != "snapshots"]


def annotated(lake: Path) -> int:
    return len(list(lake.glob("shards/annotate/*/manifest.json")))


def works_on(run: "subprocess.Popen[bytes]", lake: Path, until: int) -> bool:
    """Whether the run still goes on when so many batches are done."""
    patience = time.monotonic() + PATIENCE
    while annotated(lake) < until and run.poll() is None:
        assert time.monotonic() < patience
        time.sleep(0.02)
    return run.poll() is None


def kill_worker(run: "subprocess.Popen[bytes]", drawn: random.Random) -> bool:
    found = []
    for process in psutil.Process(run.pid).children(recursive=True):
        try:
            if "spawn_main" in " ".join(process.cmdline()):
                found.append(process)
        except psutil.NoSuchProcess:
            continue
    if not found:
        return False
    drawn.choice(sorted(found, key=lambda process: process.pid)).kill()
    return True


def kill_tree(run: "subprocess.Popen[bytes]") -> None:
    for process in [psutil.Process(run.pid), *psutil.Process(run.pid).children(recursive=True)]:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
    run.wait(PATIENCE)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("given") / "in")


@pytest.fixture(scope="module")
def undisturbed(inbox: Path) -> Path:
    lake = inbox.with_name("lake")
    printed("run", inbox, "--lake", lake, "--runner", "direct", **SMALL)
    assert annotated(lake) > 80
    return lake


@contextmanager
def started(inbox: Path, lake: Path, runner: str = "process") -> "Iterator[subprocess.Popen[bytes]]":
    """A run of two worker processes with its own Prefect server, in a process group of its own."""
    with subprocess.Popen(
        [*LISTENING, *command("run", inbox, "--lake", lake, "--workers", 2, "--runner", runner)],
        env=environment(**SMALL),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:
        yield run


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_thirty_workers_and_ten_trees_are_killed(inbox: Path, undisturbed: Path, tmp_path: Path) -> None:
    lake, drawn, total = tmp_path / "lake", random.Random(9), annotated(undisturbed)
    workers = trees = 0
    while trees < 10:
        with started(inbox, lake) as run:
            assert works_on(run, lake, min(annotated(lake) + 1, total))
            for _ in range(3):
                assert works_on(run, lake, min(annotated(lake) + drawn.randrange(1, 3), total))
                workers += kill_worker(run, drawn)
            time.sleep(drawn.uniform(0, 2))
            assert run.poll() is None
            kill_tree(run)
            trees += 1
    printed("run", inbox, "--lake", lake, "--workers", 2, **SMALL)
    assert (workers, trees) == (30, 10)
    assert tables(lake) == tables(undisturbed)


@pytest.mark.soak
def test_a_run_goes_on_when_its_server_is_killed(inbox: Path, undisturbed: Path, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    with started(inbox, lake) as run:
        assert works_on(run, lake, 3)
        [server] = [one for one in psutil.Process(run.pid).children() if "flows.server" in one.cmdline()]
        server.kill()
        assert run.wait(PATIENCE) == 0
    assert tables(lake) == tables(undisturbed)


@pytest.mark.soak
@pytest.mark.parametrize("runner", ["process", "dask", "ray"])
def test_an_interrupted_run_leaves_no_process_and_goes_on(
    runner: str, inbox: Path, undisturbed: Path, tmp_path: Path
) -> None:
    lake = tmp_path / "lake"
    with started(inbox, lake, runner) as run:
        assert works_on(run, lake, 3)
        family = psutil.Process(run.pid).children(recursive=True)
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait(PATIENCE) == 130
        _, left = psutil.wait_procs(family, timeout=LEAVING)
        assert not [one for one in left if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
    assert annotated(lake) < annotated(undisturbed)
    printed("run", inbox, "--lake", lake, "--runner", "direct", **SMALL)
    assert tables(lake) == tables(undisturbed)
