"""Clusters that somebody else started, with worker processes in other folders, make the same bytes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psutil
import pytest
from command import ARTICLES, PATIENCE, printed

from warehouse.lake import Lake

SMALL = {"DAYBOOK_BATCH_BYTES": "5000"}
RAY = {
    "RAY_AUTH_MODE": "disabled",
    "RAY_USAGE_STATS_ENABLED": "0",
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
}


def tables(lake: Path) -> list[tuple[str, str]]:
    current = Lake(str(lake)).current()
    assert current is not None
    files = Lake(str(lake)).manifest(current)["files"]
    return [(one["path"], one["sha256"]) for one in files if one["table"] != "snapshots"]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def background(folder: Path, *command: str) -> "Iterator[subprocess.Popen[bytes]]":
    """A command in a folder of its own, ended with all that it started."""
    folder.mkdir()
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(command, cwd=folder, env={**os.environ, **RAY}, stdout=log, stderr=subprocess.STDOUT)
    try:
        yield running
    finally:
        for process in [*psutil.Process(running.pid).children(recursive=True), running]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        running.wait(PATIENCE)


def wait_for(ready: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < until
        time.sleep(0.2)


def test_two_dask_workers_in_other_folders(lake: Path, tmp_path: Path) -> None:
    from distributed import Client

    address = f"tcp://127.0.0.1:{free_port()}"
    with ExitStack() as running:
        scheduler = (sys.executable, "-m", "distributed.cli.dask_scheduler")
        worker = (sys.executable, "-m", "distributed.cli.dask_worker", address)
        port = address.rpartition(":")[2]
        running.enter_context(background(tmp_path / "0", *scheduler, "--port", port, "--no-dashboard"))
        for name in ("1", "2"):
            running.enter_context(background(tmp_path / name, *worker, "--nthreads", "1", "--no-dashboard"))
        with Client(address, timeout=PATIENCE) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
            folders = client.run(os.getcwd)
        assert set(folders.values()) == {str(tmp_path / "1"), str(tmp_path / "2")}
        printed("run", ARTICLES, "--lake", tmp_path / "lake", "--runner", "dask", "--address", address, **SMALL)
    assert tables(tmp_path / "lake") == tables(lake)


@pytest.mark.soak
def test_two_ray_workers_in_another_folder(lake: Path, tmp_path: Path) -> None:
    address = f"127.0.0.1:{free_port()}"
    head = ("start", "--head", "--port", address.rpartition(":")[2], "--num-cpus", "2", "--include-dashboard", "false")
    with background(tmp_path / "0", str(Path(sys.executable).with_name("ray")), *head, "--block") as ray:
        wait_for(lambda: ray.poll() is None and "runtime started" in (tmp_path / "0" / "log").read_text())
        printed("run", ARTICLES, "--lake", tmp_path / "lake", "--runner", "ray", "--address", address, **SMALL, **RAY)
    assert tables(tmp_path / "lake") == tables(lake)
