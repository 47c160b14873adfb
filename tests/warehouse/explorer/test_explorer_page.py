"""The page as a file: whole, the same for the same tables, and shut to everything outside."""

import base64
import hashlib
import os
import re
from pathlib import Path

import duckdb
import pytest

from benchmarks.explorer_events import build
from warehouse.explorer import write_page
from warehouse.explorer.assemble import asset, module_body, script, vendored_modules


def test_same_tables_give_same_bytes(town: duckdb.DuckDBPyConnection, town_page: Path, tmp_path: Path) -> None:
    write_page(town, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == town_page.read_bytes()


def test_a_page_of_five_thousand_events_is_small_enough_to_send(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        build(con, 5_000)
        write_page(con, tmp_path / "page.html")
    assert (tmp_path / "page.html").stat().st_size <= 600_000


def test_order_of_rows_does_not_matter(town_page: Path, tmp_path: Path) -> None:
    with duckdb.connect() as con:
        build(con, 600)
        for name in ("events", "mentions", "documents", "event_roles", "event_claims", "timexes", "pairs", "entities"):
            con.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM {name} ORDER BY hash({name})")
        write_page(con, tmp_path / "shuffled.html")
    assert (tmp_path / "shuffled.html").read_bytes() == town_page.read_bytes()


def test_policy_names_the_script_and_the_style_and_nothing_else(town_page: Path) -> None:
    text = town_page.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy.group(1).replace("&#x27;", "'").split(";"))
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [code] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == _sha256(code)
    assert rules["style-src"] == _sha256(style)
    assert "unsafe" not in policy.group(1)
    assert not re.search(r'(?:src|href)="(?!#)', text.replace(code, ""))


def _sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_failed_write_leaves_the_old_page(
    town: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "timeline.html"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_page(town, path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["timeline.html"]
    assert path.read_text() == "old"


def test_no_events_is_a_page_too(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        build(con, 0)
        write_page(con, tmp_path / "empty.html")
    assert (tmp_path / "empty.html").stat().st_size > 100_000


@pytest.mark.parametrize("module", vendored_modules(), ids=lambda module: module["name"])
def test_vendored_modules_are_as_published(module: dict[str, str]) -> None:
    source = asset(f"vendor/{module['name']}.min.js")
    assert hashlib.sha256(source.encode()).hexdigest() == module["sha256"]
    assert f"v{module['version']}" in source.splitlines()[0]
    assert "Copyright" in asset(f"vendor/{module['name']}.LICENSE")


def test_modules_become_functions() -> None:
    body = module_body(
        "x", 'import { a, b as c } from "./y.js";\n// told\nexport const d = a;\nexport function e() {}\n'
    )
    assert body == "const { a, b: c } = m_y;\nconst d = a;\nfunction e() {}\nreturn { d, e };\n"


@pytest.mark.parametrize("line", ['import * as y from "./y.js";', "export default 1;", 'export { a } from "./y.js";'])
def test_other_forms_of_import_and_export_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"js/x\.js: only named imports"):
        module_body("x", line + "\n")


def test_script_ends_no_element_early() -> None:
    assert "</script" not in script().lower()
    assert "<!--" not in script()
