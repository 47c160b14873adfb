"""The walls of the house: imports point one way, transforms touch nothing outside."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ["seeds", "transforms", "warehouse", "flows"]
OUTSIDE = {"prefect", "os", "socket", "subprocess", "httpx", "requests", "time"}


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
        elif isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"{path}: relative import")
    return {name.split(".")[0] for name in found}


@pytest.mark.parametrize("room", ORDER)
def test_imports_point_one_way(room: str) -> None:
    forbidden = set(ORDER[ORDER.index(room) + 1 :]) | {"tests", "benchmarks"}
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    for path in files:
        assert not imports(path) & forbidden, path


def test_transforms_reach_nothing_outside() -> None:
    for path in sorted((ROOT / "transforms").rglob("*.py")):
        assert not imports(path) & OUTSIDE, path


def test_transforms_read_no_clock_and_open_no_file() -> None:
    for path in sorted((ROOT / "transforms").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            assert called not in {
                "open",
                "date.today",
                "datetime.now",
                "datetime.utcnow",
                "datetime.today",
            }, path
