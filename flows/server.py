"""Prefect's server beside a run: started only when no other is configured, gone when the run is."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import UserError

STARTUP_SECONDS = 120
RESTARTS = 5
QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(STARTUP_SECONDS),
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_SHOW_TIPS": "false",
}
UNHEARD = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}
"""Nobody reads the log of a server that is gone with the run; what went wrong is told on standard error."""


def home(lake: str) -> Path:
    """Where the embedded server keeps its database: in the lake, or in the user's cache for a lake elsewhere."""
    if "://" in lake:
        return Path.home() / ".cache" / "daybook" / "prefect"
    return Path(lake).absolute() / ".prefect"


@contextmanager
def embedded(lake: str) -> Iterator[None]:
    """Prefect's API for the time of a run.

    Where the user has configured a server (`PREFECT_API_URL`, or a profile in a `PREFECT_HOME` of their own), that one
    is used. Otherwise a server of our own runs beside us. It reads a pipe that we hold, so it ends with us however we
    end, and is started again when it dies.

    Raises:
        UserError: it does not start, or is lost for good.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if "PREFECT_API_URL" in os.environ:
        yield
        return
    if "PREFECT_HOME" in os.environ:
        from prefect.settings import get_current_settings

        if get_current_settings().api.url:
            yield
            return
    for name, value in UNHEARD.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("PREFECT_HOME", str(home(lake)))
    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
    import httpx

    server = Server()
    try:
        os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{server.port}/api"
        import prefect  # noqa: F401  imported while the server starts, which takes as long

        wait_until_healthy(os.environ["PREFECT_API_URL"], server)
        server.keep_alive()
        yield
    except httpx.TransportError as error:
        raise UserError(
            f"Prefect's server was lost: {error}; the same command goes on, `--runner direct` without it"
        ) from error
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        server.stop()


class Server:
    """Prefect's server in a process beside us, which ends with us however we end."""

    def __init__(self) -> None:
        self.port = 0
        self.ending = threading.Event()
        self.process = self.launch()

    def launch(self) -> "subprocess.Popen[str]":
        """A process that serves on a free port, or on the same again."""
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.server", str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "PREFECT__SERVER_EPHEMERAL": "1",
                "PREFECT__SERVER_FINAL": "1",
                "PREFECT_UI_ENABLED": "0",
            },
            start_new_session=True,
        )
        assert process.stdout is not None
        self.port = int(process.stdout.readline().strip() or self.port)
        return process

    def keep_alive(self) -> None:
        """From now on starts it again when it dies: the run asks again until it answers."""
        threading.Thread(target=self._relaunch, daemon=True).start()

    def _relaunch(self) -> None:
        for _ in range(RESTARTS):
            self.process.wait()
            if self.ending.is_set():
                return
            self.process = self.launch()

    def stop(self) -> None:
        """Ends the server and waits until it is gone."""
        self.ending.set()
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def wait_until_healthy(url: str, server: Server) -> None:
    """Returns when the server answers.

    Raises:
        UserError: it ended or did not answer in time.
    """
    import httpx

    until = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < until and server.process.poll() is None:
        try:
            if httpx.get(f"{url}/health", timeout=STARTUP_SECONDS, trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise UserError("Prefect's server did not start; `--runner direct` runs without it")


def main() -> None:
    """Serves Prefect's API on the port given, 0 for a free one, until the parent's end of the pipe closes.

    The port is printed first.
    """
    listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=exit_with_parent, daemon=True).start()
    import uvicorn
    from prefect.server.api.server import create_app

    uvicorn.Server(uvicorn.Config(create_app, factory=True, log_level="critical", lifespan="on")).run([listener])


def exit_with_parent() -> None:
    """Ends this process when standard input closes."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
