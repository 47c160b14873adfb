"""Writers are killed, disks fill up, readers look on: what is published is always whole."""

import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import duckdb
import pytest
from writers import READERS, ended, grown, is_whole, keep_publishing, later, publish_and_die, publish_run, read_until

from warehouse.errors import UserError
from warehouse.lake import Lake


@pytest.fixture(scope="module")
def spawn() -> multiprocessing.context.ForkServerContext:
    """Processes that start quickly and share no thread with this one."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["writers", "polars"])
    return context


def recovered(root: str, n: int) -> None:
    """Whatever was left is whole, no article is lost, and the next run completes with nothing left over."""
    is_whole(root)
    shards = Lake(root).shard_ids("land")
    assert shards == [f"b{number:03}" for number in range(len(shards))]
    for number, path in enumerate(Lake(root).shard_files("land", "documents")):
        assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall() == [(number,)]
    assert is_whole(root) == Lake(root).current()
    assert publish_run(root, n) == is_whole(root)
    Lake(root).vacuum(100)
    assert list(Path(root).rglob(".tmp-*")) == []


@pytest.mark.parametrize("moment", [60, 110, 116])
def test_killed_at_a_step_of_publishing(tmp_path: Path, spawn: object, moment: int) -> None:
    killed_at(tmp_path, spawn, moment)


@pytest.mark.soak
@pytest.mark.parametrize("moment", range(1, 125))
def test_killed_at_any_step_of_publishing(tmp_path: Path, spawn: object, moment: int) -> None:
    killed_at(tmp_path, spawn, moment)


def killed_at(tmp_path: Path, spawn: multiprocessing.context.ForkServerContext, moment: int) -> None:
    root = str(tmp_path / "lake")
    first = publish_run(root, 1)
    process = spawn.Process(target=publish_and_die, args=(root, 2, moment))
    process.start()
    code = ended(process)
    assert code in (0, -signal.SIGKILL)
    assert is_whole(root) == first or code == 0 or Lake(root).current() != first
    recovered(root, 2)


def test_killed_at_random_moments(tmp_path: Path, spawn: object) -> None:
    killed_at_random(tmp_path, spawn, 3)


@pytest.mark.soak
def test_killed_fifty_times_at_random_moments(tmp_path: Path, spawn: object) -> None:
    killed_at_random(tmp_path, spawn, 50)


def killed_at_random(tmp_path: Path, spawn: multiprocessing.context.ForkServerContext, times: int) -> None:
    root, log = str(tmp_path / "lake"), tmp_path / "log"
    publish_run(root, 0)
    moments = random.Random(7)
    n = 1
    for _ in range(times):
        log.write_text("")
        begun = spawn.Event()
        process = spawn.Process(target=keep_publishing, args=(root, n, str(log), begun))
        process.start()
        assert begun.wait(timeout=300)
        time.sleep(moments.uniform(0, 1.5))
        process.kill()
        assert ended(process) == -signal.SIGKILL
        told = log.read_text().splitlines()
        for line in told:
            if line.startswith("shard "):
                assert Lake(root).has_shard("land", line.split()[1])
        n += sum(line.startswith("published ") for line in told)
        current = is_whole(root)
        published = [line.split()[1] for line in told if line.startswith("published ")]
        if published and current != published[-1]:
            assert Lake(root).manifest(current)["parent_id"] == published[-1]
    recovered(root, n + 1)


def watched(tmp_path: Path, spawn: multiprocessing.context.ForkServerContext, readers: int, publishes: int) -> None:
    root, stop = str(tmp_path / "lake"), tmp_path / "stop"
    publish_run(root, 0)
    kinds = [list(READERS)[number % len(READERS)] for number in range(readers)]
    notes = [tmp_path / f"told{number}" for number in range(readers)]
    processes = [
        spawn.Process(target=read_until, args=(root, kind, str(stop), str(note)))
        for kind, note in zip(kinds, notes, strict=True)
    ]
    for process in processes:
        process.start()
    for n in range(1, publishes + 1):
        publish_run(root, n)
    stop.touch()
    assert [ended(process) for process in processes] == [0] * readers
    told = [note.read_text() for note in notes]
    assert [line.split()[0] for line in told] == ["read"] * readers, told


def test_readers_never_see_a_mixed_snapshot(tmp_path: Path, spawn: object) -> None:
    watched(tmp_path, spawn, readers=3, publishes=2)


@pytest.mark.soak
def test_eight_readers_see_twenty_publishes(tmp_path: Path, spawn: object) -> None:
    watched(tmp_path, spawn, readers=8, publishes=20)


def refuses_and_keeps(root: str, old: str) -> None:
    """A publish that the disk refuses: one clear line, and the old snapshot stays as it was."""
    with pytest.raises(UserError, match="could not be written") as told:
        publish_run(root, 40)
    assert "\n" not in str(told.value)
    assert "the last published snapshot stays" in str(told.value)
    assert is_whole(root) == old


def with_small_files(root: str, old: str, note: str) -> None:
    """In a process of its own: no file may grow beyond 64 KB, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))
    refuses_and_keeps(root, old)
    Path(note).write_text("as it should")


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, spawn: multiprocessing.context.ForkServerContext) -> None:
    root = str(tmp_path / "lake")
    old = publish_run(root, 1)
    process = spawn.Process(target=with_small_files, args=(root, old, str(tmp_path / "note")))
    process.start()
    assert ended(process) == 0
    assert (tmp_path / "note").read_text() == "as it should"
    recovered(root, 2)


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="a small disk needs the right to mount one")
def test_a_small_disk_that_fills_up(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no small disk here: {mounted.stderr.strip()}")
    try:
        root = str(disk / "lake")
        old = publish_run(root, 1)
        left = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(b"x" * (left - 40_000))
        refuses_and_keeps(root, old)
        (disk / "ballast").unlink()
        recovered(root, 2)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(tmp_path / "lake")
    publish_run(root, 1)
    before = sorted(str(path) for path in Path(root).rglob("*"))
    lake = Lake(root)
    broken = grown(3)
    broken["events"] = broken["events"].set_column(1, "event_type", [[None, "vote", "vote"]])
    with pytest.raises(UserError, match="column event_type is null in 1 rows"):
        lake.stage_snapshot(broken, meta=later(3))
    assert sorted(str(path) for path in Path(root).rglob("*")) == before
