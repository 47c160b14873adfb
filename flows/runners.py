"""Where batches are worked on: each runner is an executor of plain functions, its machinery imported only when used.

A worker gets paths and settings and returns counts; it needs this package and the lake, neither Prefect nor its
server. That keeps a worker small and its start quick, and lets one flow spread over any of them.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from types import ModuleType
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from flows.memory import be_frugal
from flows.names import RunnerName
from warehouse.errors import UserError

if TYPE_CHECKING:
    from flows.settings import Settings


class CrashError(Exception):
    """The process that worked on a batch died; says nothing about which batch was to blame."""


class Direct(Executor):
    """Works at once, in the caller's thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """The outcome, already there."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Processes(Executor):
    """A pool that outlives the death of a process: what was under way fails, what comes next gets a new pool."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.lock = Lock()
        self.pool: ProcessPoolExecutor | None = None

    def start(self) -> ProcessPoolExecutor:
        """A new pool. Its processes are spawned, so they share no lock or thread with this one."""
        return ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"), initializer=settle_in)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """As any executor; a broken pool is replaced first."""
        with self.lock:
            self.pool = self.pool or self.start()
            try:
                return self.pool.submit(fn, *args, **kwargs)
            except BrokenProcessPool:
                self.pool.shutdown(wait=False)
                self.pool = self.start()
                return self.pool.submit(fn, *args, **kwargs)

    def expect(self, batches: int, ready: Callable[..., Any], *args: Any) -> None:
        """Starts the processes that so many batches will need, before the batches are there; each calls `ready`."""
        if batches > 1:
            for _ in range(min(batches, self.workers)):
                self.submit(ready, *args)

    def rest(self) -> None:
        """Ends the processes, and what they hold of memory, until something is submitted again."""
        with self.lock:
            if self.pool is not None:
                self.pool.shutdown(wait=False)
            self.pool = None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the processes; what waits is dropped."""
        if self.pool is not None:
            self.pool.shutdown(wait=wait, cancel_futures=cancel_futures)


class Dask(Executor):
    """Tasks on a Dask cluster: the one at an address, else one of processes of this machine."""

    def __init__(self, address: str | None, workers: int) -> None:
        from distributed import Client, LocalCluster

        logging.getLogger("distributed").setLevel(logging.WARNING)
        alone = {"threads_per_worker": 1, "dashboard_address": None, "preload": [__name__]}
        self.cluster = LocalCluster(n_workers=workers, **alone) if not address else None
        self.client = Client(self.cluster or address, timeout="60s", set_as_default=False)
        self.executor = self.client.get_executor(pure=False, retries=0)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """A task that counts as new even when the same was asked before."""
        future: Future[Any] = self.executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leaves the cluster, or ends the one that was started here."""
        self.client.close()
        if self.cluster is not None:
            self.cluster.close()


def dask_setup(worker: Any) -> None:
    """Called by Dask in each worker that it starts here: Ctrl-C is left to the parent, who ends them in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Ray(Executor):
    """Tasks on a Ray cluster."""

    def __init__(self, address: str | None, workers: int) -> None:
        os.environ.setdefault("RAY_AUTH_MODE", "disabled")
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        import ray

        self.ray = ray
        self.lock = Lock()
        self.closed = False
        self.pending: WeakSet[Future[Any]] = WeakSet()
        ray.init(
            address=address or "local",  # without a word, Ray joins a cluster that it finds on this machine
            num_cpus=None if address else workers,
            include_dashboard=None if address else False,
            log_to_driver=False,
            logging_level="error",
        )

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """A task that is not tried again when its process dies: what crashed it is looked for instead."""
        with self.lock:
            if self.closed:  # Ray would start a cluster anew
                raise RuntimeError("the executor has been shut down")
            future: Future[Any] = self.ray.remote(max_retries=0)(fn).remote(*args, **kwargs).future()
            self.pending.add(future)
            return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leaves the cluster, or ends the one started here; who waits for an outcome is told that none comes."""
        with self.lock:
            self.closed = True
            self.ray.shutdown()
            for future in self.pending:
                future.cancel()


class WithoutPandas:
    """Says that pandas is not installed.

    Where it is, Arrow imports it for the first array that it makes. No batch needs it, and without it a process has
    40 MB less and starts a quarter of a second earlier.
    """

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        """Refuses one name and knows no other."""
        if name == "pandas":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def settle_in() -> None:
    """Makes a process one that only works; Ctrl-C is left to the parent, who ends its processes in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=leave_with_parent, daemon=True).start()
    sys.meta_path.insert(0, WithoutPandas())
    be_frugal()


def leave_with_parent() -> None:
    """Ends a worker whose parent was killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def workers(settings: "Settings") -> int:
    """How many batches are worked on at once: all cores that this process may use, unless told otherwise."""
    return settings.workers or len(os.sched_getaffinity(0))


@contextmanager
def executor(settings: "Settings") -> Iterator[Executor]:
    """The executor of a runner, ended with the block.

    Raises:
        UserError: the runner's package is not installed or its cluster cannot be reached.
    """
    running = start(settings)
    try:
        yield running
    finally:
        running.shutdown(wait=True, cancel_futures=True)


def start(settings: "Settings") -> Executor:
    """A started executor; see `executor`."""
    match settings.runner:
        case RunnerName.DIRECT:
            return Direct()
        case RunnerName.THREAD:
            return ThreadPoolExecutor(workers(settings))
        case RunnerName.PROCESS:
            return Processes(workers(settings))
        case RunnerName.RAY:
            with explained(settings):
                return Ray(settings.address, workers(settings))
        case RunnerName.DASK:
            with explained(settings):
                return Dask(settings.address, workers(settings))


@contextmanager
def explained(settings: "Settings") -> Iterator[None]:
    """Turns what a cluster's package raises into a line for people."""
    name = settings.runner.value
    try:
        yield
    except ImportError as error:
        raise UserError(f"runner {name}: not installed; `pip install 'daybook[{name}]'`") from error
    except (OSError, ConnectionError, TimeoutError) as error:
        raise UserError(f"runner {name}: no cluster at {settings.address}: {error}") from error


def crashed(error: BaseException) -> bool:
    """Whether an executor's error says that a worker died, rather than what the worked-on function raised."""
    return isinstance(error, BrokenProcessPool | CrashError) or type(error).__name__ in {
        "KilledWorker",
        "WorkerCrashedError",
        "OutOfMemoryError",
    }
