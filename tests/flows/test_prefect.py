"""Deployments on a real server: all of prefect.yaml is deployed, and a worker in another folder completes a run."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest

from flows.server import embedded
from warehouse.lake import Lake

ROOT = Path(__file__).parents[2]
PATIENCE = 400


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


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    if request.param == "sqlite":
        yield None
        return
    with postgres() as address:
        yield address


@pytest.fixture(scope="module")
def server(database: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("prefect")
    kept = dict(os.environ)
    os.environ.pop("PREFECT_API_URL", None)
    os.environ["PREFECT_HOME"] = str(folder / "home")
    if database:
        os.environ["PREFECT_API_DATABASE_CONNECTION_URL"] = database
    try:
        with embedded(str(folder / "lake")):
            yield folder
    finally:
        os.environ.clear()
        os.environ.update(kept)


def test_a_worker_completes_a_deployed_run(database: str | None, server: Path) -> None:
    assert (server / "home" / "prefect.db").exists() == (database is None)
    prefect("work-pool", "create", "daybook", "--type", "process", cwd=server)
    prefect("deploy", "--all", "--prefect-file", str(ROOT / "prefect.yaml"), cwd=ROOT)
    listed = prefect("deployment", "ls", cwd=server)
    for name in ("timeline/nightly", "watch/hourly", "backfill/backfill", "vacuum/weekly"):
        assert name in listed
    lake = server / "lake"
    parameters = [
        *("--param", f'paths=["{ROOT / "seeds" / "articles"}"]'),
        *("--param", f"lake={lake}"),
        *("--param", "runner=direct"),
    ]
    prefect("deployment", "run", "timeline/nightly", *parameters, cwd=server)
    prefect("worker", "start", "--pool", "daybook", "--type", "process", "--run-once", cwd=server)
    published = Lake(str(lake)).current()
    assert published is not None
    assert Lake(str(lake)).manifest(published)["rows"]["events"] > 0
    runs = httpx.post(f"{os.environ['PREFECT_API_URL']}/flow_runs/filter", json={}, timeout=PATIENCE).json()
    assert [one["state_type"] for one in runs if one["state_type"] != "SCHEDULED"] == ["COMPLETED"]
