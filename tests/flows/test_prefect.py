"""Deployments on a real server: all of prefect.yaml is deployed, and workers in other folders complete the runs.

On PostgreSQL it is a server of its own with two workers, one of which is killed.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import psutil
import pytest
from command import PATIENCE, ROOT

from flows.server import embedded
from warehouse.lake import Lake


def prefect(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "prefect", "--no-prompt", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def postgres() -> Iterator[str]:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not installed:
        pytest.skip("PostgreSQL's server is not installed")
    with TemporaryDirectory(prefix="postgres-") as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        listener.close()
        as_user: list[str] = []
        if os.geteuid() == 0:
            # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
            as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

        def call(program: str, *arguments: str) -> None:
            command = [*as_user, str(installed[-1] / program), "-D", f"{folder}/data", *arguments]
            subprocess.run(command, cwd=folder, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)

        call("initdb", "--auth=trust", "--username=daybook", "--encoding=UTF8", "--no-sync")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        call("pg_ctl", "-w", "-t", str(PATIENCE), "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql+asyncpg://daybook@127.0.0.1:{port}/postgres"
        finally:
            call("pg_ctl", "-m", "immediate", "stop")


@contextmanager
def serving(folder: Path) -> Iterator[None]:
    """A server as `docs/running.md` starts one."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    with background("server", "start", "--host", "127.0.0.1", "--port", port, cwd=folder) as server:
        wait_for(lambda: healthy(server))
        yield


def healthy(server: "subprocess.Popen[bytes]") -> bool:
    assert server.poll() is None
    try:
        return httpx.get(f"{os.environ['PREFECT_API_URL']}/health", timeout=PATIENCE).is_success
    except httpx.TransportError:
        return False


@contextmanager
def background(*arguments: str, cwd: Path) -> "Iterator[subprocess.Popen[bytes]]":
    cwd.mkdir(exist_ok=True)
    with (cwd / "log").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "prefect", "--no-prompt", *arguments],
            cwd=cwd,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield running
    finally:
        kill_tree(running)


def kill_tree(running: "subprocess.Popen[bytes]") -> None:
    """Ends a process and all that it started, as a power cut does."""
    if running.poll() is None:
        for process in [*psutil.Process(running.pid).children(recursive=True), psutil.Process(running.pid)]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
    running.wait(PATIENCE)


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < until
        time.sleep(0.2)


def states() -> list[tuple[str, str]]:
    """Flow and state of each run, the oldest first."""
    asked = {"sort": "EXPECTED_START_TIME_ASC"}
    runs = httpx.post(f"{os.environ['PREFECT_API_URL']}/flow_runs/filter", json=asked, timeout=PATIENCE).json()
    return [(one["name"], one["state_type"]) for one in runs if not one["auto_scheduled"]]


@contextmanager
def of_ones_own() -> Iterator[None]:
    kept = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("prefect")
    with of_ones_own():
        os.environ.pop("PREFECT_API_URL", None)
        os.environ["PREFECT_HOME"] = str(folder / "home")
        with embedded(str(folder / "lake")):
            yield folder


def deploy(folder: Path) -> None:
    prefect("work-pool", "create", "daybook", "--type", "process", cwd=folder)
    prefect("deploy", "--all", "--prefect-file", str(ROOT / "prefect.yaml"), cwd=ROOT)


def ask_for_run(folder: Path, lake: Path, inbox: Path, runner: str = "direct") -> None:
    parameters = [
        *("--param", f'paths=["{inbox}"]'),
        *("--param", f"lake={lake}"),
        *("--param", f"runner={runner}"),
    ]
    prefect("deployment", "run", "timeline/nightly", *parameters, cwd=folder)


def rows(lake: Path) -> dict[str, int]:
    published = Lake(str(lake)).current()
    return {} if published is None else dict(Lake(str(lake)).manifest(published)["rows"])


def test_a_worker_completes_a_deployed_run(server: Path) -> None:
    deploy(server)
    listed = prefect("deployment", "ls", cwd=server)
    for name in ("timeline/nightly", "watch/hourly", "backfill/backfill", "vacuum/weekly", "exports/exports"):
        assert name in listed
    assert "daybook-exports" in prefect("automation", "ls", cwd=server)
    lake = server / "lake"
    ask_for_run(server, lake, ROOT / "seeds" / "articles")
    once = ("worker", "start", "--pool", "daybook", "--type", "process", "--run-once")
    prefect(*once, cwd=server)
    assert rows(lake)["events"] > 0
    # the automation that hears of the snapshot has asked for its exports
    wait_for(lambda: len(states()) == 2)
    prefect(*once, cwd=server)
    assert {path.name for path in (lake / "exports").iterdir()} == {
        f"timeline.{form}" for form in ("ics", "atom", "csv")
    }
    assert [state for _, state in states()] == ["COMPLETED", "COMPLETED"]
    told = httpx.post(f"{os.environ['PREFECT_API_URL']}/artifacts/latest/filter", json={}, timeout=PATIENCE).json()
    artifacts = {one["key"]: one for one in told}
    assert set(artifacts) == {
        f"daybook-{name}" for name in ("progress", "stages", "timeline", "rejects", "checks", "picture", "explorer")
    }
    assert artifacts["daybook-progress"]["description"] == "publish: 1 of 1"
    assert artifacts["daybook-picture"]["data"].startswith("data:image/svg+xml;base64,")
    assert {one["status"] for one in json.loads(artifacts["daybook-checks"]["data"])} >= {"pass"}
    assert "motion" in artifacts["daybook-timeline"]["data"]


@pytest.mark.soak
@pytest.mark.timeout(3000)
def test_two_workers_on_postgresql_go_on_when_one_is_killed(tmp_path: Path) -> None:
    with of_ones_own(), postgres() as database:
        os.environ["PREFECT_HOME"] = str(tmp_path / "home")
        os.environ["PREFECT_API_DATABASE_CONNECTION_URL"] = database
        os.environ["PREFECT_SERVER_CONCURRENCY_INITIAL_DEPLOYMENT_LEASE_DURATION"] = "30"
        work = ("worker", "start", "--pool", "daybook", "--type", "process", "--limit", "1")
        with serving(tmp_path / "server"):
            assert not (tmp_path / "home" / "prefect.db").exists()
            deploy(tmp_path)
            inbox, many, lakes = ROOT / "seeds" / "articles", tmp_path / "many", [tmp_path / "a", tmp_path / "b"]
            many.mkdir()
            for number in range(4000):
                (many / f"{number}.txt").write_text(f"The council of town {number} passed a motion on 3 May 2019.")
            ask_for_run(tmp_path, lakes[0], many)
            with background(*work, cwd=tmp_path / "first") as first:
                wait_for(lambda: bool(list(lakes[0].glob("shards/land/*"))))
                with background(*work, cwd=tmp_path / "second"):
                    ask_for_run(tmp_path, lakes[1], inbox)
                    assert rows(lakes[0]) == {}
                    kill_tree(first)
                    # the slot of what was killed frees itself
                    wait_for(lambda: bool(rows(lakes[1])))
                    # an automation has the snapshot exported
                    wait_for((lakes[1] / "exports" / "timeline.csv").exists)
                    ask_for_run(tmp_path, lakes[0], many)
                    wait_for(lambda: bool(rows(lakes[0])))
                    assert rows(lakes[0])["documents"] == 4000
