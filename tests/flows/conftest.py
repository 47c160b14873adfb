"""The sample articles' lake, made once."""

from pathlib import Path

import pytest
from command import ARTICLES, printed


@pytest.fixture(scope="session")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "lake"
    printed("run", ARTICLES, "--lake", folder, "--runner", "direct")
    return folder
