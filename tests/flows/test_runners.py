"""Processes that work for a run."""

import subprocess
import sys
from pathlib import Path

import psutil
from command import PATIENCE, environment

BUSY = """
import os, time
from flows.runners import Processes

if __name__ == "__main__":
    pool = Processes(1)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(3600)
"""


def test_a_worker_leaves_with_its_parent(tmp_path: Path) -> None:
    script = tmp_path / "busy.py"
    script.write_text(BUSY, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment()) as run:
        worker = psutil.Process(int(run.stdout.readline()))
        assert worker.is_running()
        run.kill()
        _, alive = psutil.wait_procs([worker], timeout=PATIENCE)
    assert not alive
