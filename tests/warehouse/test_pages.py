"""What the pages show is what the sample articles give."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.answers import answered, questions
from warehouse.lake import Lake
from warehouse.query import open_warehouse

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall((ROOT / "docs/warehouse.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the lake of the sample articles in `data`."""
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-m", "flows.cli", "run", str(ROOT / "seeds/articles"), "--lake", "data"]
    run = subprocess.run(
        [*command, "--runner", "direct"], cwd=folder, capture_output=True, text=True, timeout=500, check=False
    )
    assert run.returncode == 0, run.stderr
    return folder


def test_the_answers_of_twenty_questions(sample: Path) -> None:
    page = (ROOT / "docs/queries.md").read_text(encoding="utf-8")
    assert len(questions(page)) == 20
    with open_warehouse(Lake(str(sample / "data"))) as con:
        assert answered(page, con) == page


def test_answers_are_put_behind_their_questions(database: Path) -> None:
    page = "# Page\n\n```sql\nSELECT 1 AS x\n```\n\n| old |\n|---|\n\nText.\n\n```sql\nSELECT 1 LIMIT 0\n```\n"
    with open_warehouse(Lake(str(database.parent))) as con:
        once = answered(page, con)
        assert once == (
            "# Page\n\n```sql\nSELECT 1 AS x\n```\n\n| x |\n|---|\n| 1 |\n\nText.\n\n"
            "```sql\nSELECT 1 LIMIT 0\n```\n\nNo rows.\n"
        )
        assert answered(once, con) == once


@pytest.mark.parametrize(("code", "expected"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_examples_for_programs(sample: Path, monkeypatch: pytest.MonkeyPatch, code: str, expected: str) -> None:
    monkeypatch.chdir(sample)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(code, {"__name__": "example"})
    assert said.getvalue() == expected


def test_files_beside_a_snapshot_describe_it(sample: Path) -> None:
    import json
    from hashlib import sha256

    lake = Lake(str(sample / "data"))
    folder = sample / "data" / "snapshots" / str(lake.current())
    package = json.loads((folder / "datapackage.json").read_text())
    for resource in package["resources"]:
        fields = {field["name"] for field in resource["schema"]["fields"]}
        assert set(resource["schema"]["primaryKey"]) <= fields
        assert all((folder / path).is_file() for path in resource["path"])
    croissant = json.loads((folder / "croissant.json").read_text())
    for file in croissant["distribution"]:
        assert sha256((folder / file["contentUrl"]).read_bytes()).hexdigest() == file["sha256"]
    named = {file["@id"] for file in croissant["distribution"]}
    for records in croissant["cr:recordSet"]:
        for field in records["cr:field"]:
            assert {each["@id"] for each in field["cr:source"]["cr:fileObject"]} <= named


def test_the_duckdb_command_line_reads_the_file(sample: Path) -> None:
    import shutil

    if not shutil.which("duckdb"):
        pytest.skip("the DuckDB command line is not installed")
    asked = ["duckdb", "-readonly", "-csv", "data/daybook.duckdb", "SELECT count(*) AS n FROM documents"]
    told = subprocess.run(asked, cwd=sample, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["n", "21"]
