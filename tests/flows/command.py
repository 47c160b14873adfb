"""The command line in a process of its own, as people call it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "seeds" / "articles"
NOW = "2026-01-01T00:00:00"
PATIENCE = 400


def environment(**further: str) -> dict[str, str]:
    return {**os.environ, "DAYBOOK_NOW": NOW, "PYTHONPATH": str(ROOT), **further}


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "flows.cli", *map(str, arguments)]


def daybook(
    *arguments: object, cwd: Path | None = None, given: str | None = None, **further: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        cwd=cwd,
        input=given,
        env=environment(**further),
    )


def printed(*arguments: object, cwd: Path | None = None, given: str | None = None, **further: str) -> str:
    done = daybook(*arguments, cwd=cwd, given=given, **further)
    assert done.returncode == 0, done.stderr
    return done.stdout
