"""Deployments on a real server: all of prefect.yaml is deployed, and a worker in another folder completes a run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("prefect")
    kept = dict(os.environ)
    os.environ.pop("PREFECT_API_URL", None)
    os.environ["PREFECT_HOME"] = str(folder / "home")
    try:
        with embedded(str(folder / "lake")):
            yield folder
    finally:
        os.environ.clear()
        os.environ.update(kept)


def test_a_worker_completes_a_deployed_run(server: Path) -> None:
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
