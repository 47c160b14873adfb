"""The page in Firefox: it opens from disk, asks nothing of any network and leads from a search to the evidence."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PUPPETEER = HERE.parents[2] / "warehouse" / "explorer" / "node_modules" / "puppeteer-core"


@pytest.mark.skipif(FIREFOX is None or not PUPPETEER.exists(), reason="no Firefox, or no npm ci in warehouse/explorer")
def test_firefox_leads_from_search_to_evidence(town_page: Path) -> None:
    done = subprocess.run(
        ["node", str(HERE / "firefox.mjs"), str(FIREFOX), town_page.as_uri()],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["faults"] == []
    assert seen["first"]["count"] == "600 events in view"
    assert seen["first"]["peaks"] >= 1
    assert seen["painted"] > 5
    assert seen["told"] == seen["found"]
    assert "motion" in seen["trigger"]
    assert "event=" in seen["hash"]
    assert "type" in seen["hash"]
