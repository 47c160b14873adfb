"""The files that servers are set up from say what is there."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from command import ROOT
from prefect.events.schemas.deployment_triggers import DeploymentEventTrigger
from prefect.utilities.importtools import import_object

FOLDER = ROOT / "docs" / "running"
UNITS = sorted(FOLDER.glob("*.service"))
DECLARED = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed")
    text = unit.read_text().replace("/opt/daybook/bin/prefect", shutil.which("true") or "/bin/true")
    (tmp_path / unit.name).write_text(text.replace("User=daybook\n", "User=daemon\n"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if unit.name in line]
    assert (done.returncode, told) == (0, [])


def test_the_container_copies_what_is_packaged() -> None:
    lines = (FOLDER / "Containerfile").read_text().splitlines()
    copied = {name for line in lines if line.startswith("COPY") for name in line.split()[1:-1]}
    assert all((ROOT / name).exists() for name in copied)
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert copied > set(declared["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    pinned = [word for word in (ROOT / "Makefile").read_text().split() if word.startswith("uv==")]
    assert pinned[0] in "\n".join(lines).split()


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared["name"])
def test_a_deployment_gives_its_flow_what_it_takes(declared: dict) -> None:
    flow = import_object(declared["entrypoint"])
    assert flow.validate_parameters(declared["parameters"])
    described = flow.parameters.properties
    for name, told in described.items():
        defined = flow.parameters.definitions.get(told.get("$ref", "").rpartition("/")[2], {})
        assert told.get("description") or defined.get("description"), f"the form says nothing of {name}"
    assert declared["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}
    assert declared["description"]
    assert all(one["timezone"] and one["cron"] for one in declared.get("schedules", []))
    for trigger in declared.get("triggers", []):
        assert set(DeploymentEventTrigger(**trigger).parameters or ()) <= set(described)
