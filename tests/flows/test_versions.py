"""Which results are made anew when a file of the house changes."""

from pathlib import Path

import pytest

from flows import versions


@pytest.fixture(autouse=True)
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("land_version", "annotate_version", "code_version"):
        monkeypatch.setattr(versions, name, getattr(versions, name).__wrapped__)


@pytest.mark.parametrize(
    ("changed", "lands", "annotates", "tells"),
    [
        ("transforms/readers/html.py", True, False, True),
        ("transforms/events/extract.py", False, True, True),
        ("seeds/words/modality.toml", True, True, True),
        ("transforms/sketch.py", False, True, True),
        ("transforms/dedup/cluster.py", False, False, True),
        ("transforms/dates/network/solver.py", False, False, True),
        ("warehouse/tables.py", False, True, True),
        ("warehouse/explorer/explorer.css", False, False, True),
        ("warehouse/checks.py", False, False, True),
        ("seeds/articles/capital-wire-amendments.txt", False, False, False),
    ],
)
def test_a_change_makes_anew_what_it_may_change(
    changed: str, lands: bool, annotates: bool, tells: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dict(versions.sources())
    assert changed in files
    before = versions.land_version(), versions.annotate_version(), versions.code_version()
    (tmp_path / "changed").write_bytes(files[changed].read_bytes() + b"\n")
    monkeypatch.setattr(versions, "sources", lambda: {**files, changed: tmp_path / "changed"})
    after = versions.land_version(), versions.annotate_version(), versions.code_version()
    assert tuple(a != b for a, b in zip(before, after, strict=True)) == (lands, annotates, tells)
