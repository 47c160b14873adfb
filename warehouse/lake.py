"""A lake: shards of batches, snapshots of the whole, and the pointer to the published one."""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse import schema
from warehouse.checks import Result, failures, report_rows, run_checks
from warehouse.errors import UserError
from warehouse.load import NAMED, bound_memory, build_database, keyed, mount, opened
from warehouse.shards import Shards, refusals
from warehouse.snapshot import Part, RunMeta, Staging, companions, describe, snapshot_id
from warehouse.store import MANIFEST, as_json

if TYPE_CHECKING:
    import pyarrow.dataset as ds

POINTER = "current.json"
ASIDE = "failed"
REPORT = "checks.json"
DATABASE = "daybook.duckdb"
Reading = Callable[[duckdb.DuckDBPyConnection], None]


class Lake(Shards):
    """A lake in a local folder or under an `s3://` address: its shards, its snapshots and what is published."""

    def stage_snapshot(
        self, con_or_tables: duckdb.DuckDBPyConnection | Mapping[str, pa.Table], *, meta: RunMeta
    ) -> str:
        """Write a run's tables as a snapshot, not published yet; returns its id.

        Tables that hold what an earlier snapshot holds give that snapshot's id, and no file is touched.

        Raises:
            UserError: a table breaks its declaration, or the disk refuses.
        """
        if not isinstance(con_or_tables, Mapping):
            return self._stage(Staging(con_or_tables), meta)
        with duckdb.connect() as con:
            for name, data in con_or_tables.items():
                con.register(name, data)
            return self._stage(Staging(con), meta)

    def _stage(self, staging: Staging, meta: RunMeta) -> str:
        parent = self.current()
        names = [name for name in schema.tables() if name != "snapshots"]
        old = {name: self._old_rows(parent, name) for name in ("event_history", "rejects", "snapshots")}
        staging.date_back(old, "")
        parts = [part for name in names for part in staging.parts(name)]
        new_id = snapshot_id(parts)
        if self.has_snapshot(new_id):
            return new_id
        staging.sources.clear()
        staging.date_back(old, new_id)
        rows = {name: sum(part.rows for part in parts if part.table == name) for name in names}
        about = {
            "snapshot_id": new_id,
            "created_at": meta.get("created_at"),
            "code_version": meta.get("code_version", "unknown"),
            "settings": json.dumps(meta.get("settings", {}), sort_keys=True, default=str),
            "rows": json.dumps(rows, sort_keys=True),
            "metrics": json.dumps(meta.get("metrics", {}), sort_keys=True, default=str),
            "parent_id": parent,
        }
        staging.list_snapshots(old["snapshots"], about)
        parts += staging.parts("snapshots")
        with refusals(f"snapshot {new_id}", duckdb.IOException), self.store.folder(f"snapshots/{new_id}") as folder:
            self._write(staging, folder, parts, {**about, "settings": meta.get("settings", {}), "rows": rows})
        return new_id

    def _write(self, staging: Staging, folder: str, parts: list[Part], about: dict[str, Any]) -> None:
        before = self.manifest(about["parent_id"])["files"] if about["parent_id"] else []
        known = {file["path"]: file for file in before}
        for part in parts:
            if part.path in known:
                self.store.copy(f"{self.folder(about['parent_id'])}/{part.path}", f"{folder}/{part.path}")
        for name in schema.tables():
            if new := [part for part in parts if part.table == name and part.path not in known]:
                staging.write(self.store, folder, name, new)
        files = [known.get(part.path) or describe(self.store, folder, part) for part in parts]
        about = {key: value for key, value in about.items() if key != "metrics"}
        manifest = {**about, "schema_version": schema.VERSION, "files": files}
        for name, told in companions(manifest).items():
            self.store.write(f"{folder}/{name}", told)
        self.store.write(f"{folder}/{MANIFEST}", as_json(manifest))

    def _old_rows(self, snapshot: str | None, name: str) -> pa.Table:
        if snapshot is None:
            return schema.arrow_schema(name).empty_table()
        return self.dataset(snapshot, name).to_table()

    def has_snapshot(self, snapshot: str) -> bool:
        """Whether there is such a snapshot, published or not."""
        return self.store.exists(f"snapshots/{snapshot}/{MANIFEST}")

    def folder(self, snapshot: str) -> str:
        """Where a snapshot lies: among the others, or aside when it failed its checks."""
        aside = not self.has_snapshot(snapshot) and self.store.exists(f"{ASIDE}/{snapshot}/{MANIFEST}")
        return f"{ASIDE if aside else 'snapshots'}/{snapshot}"

    def manifest(self, snapshot: str) -> dict[str, Any]:
        """A snapshot's files, rows, checksums, schema version, parent and settings.

        Raises:
            UserError: no such snapshot.
        """
        data = self.store.read(f"{self.folder(snapshot)}/{MANIFEST}")
        if data is None:
            raise UserError(f"lake {self.name}: no snapshot {snapshot}; `daybook query 'from snapshots'` lists them")
        manifest = dict(json.loads(data))
        if int(manifest["schema_version"].split(".")[0]) > int(schema.VERSION.split(".")[0]):
            raise UserError(
                f"snapshot {snapshot} has tables of version {manifest['schema_version']}, newer than this Daybook's "
                f"{schema.VERSION}; install a newer Daybook to read it"
            )
        return manifest

    def files(self, snapshot: str, table: str) -> list[str]:
        """Paths of a table's files in a snapshot."""
        folder = self.folder(snapshot)
        return [
            self.store.path(f"{folder}/{file['path']}")
            for file in self.manifest(snapshot)["files"]
            if file["table"] == table
        ]

    def dataset(self, snapshot: str, table: str) -> "ds.Dataset":
        """A table of a snapshot in its declared columns, whatever version of them the snapshot was written with."""
        import pyarrow.dataset as ds

        paths = self.files(snapshot, table)
        declared = schema.arrow_schema(table)
        if paths and schema.table(table).open:
            found = pq.read_schema(self.store.files.open_input_file(paths[0]))
            declared = pa.unify_schemas([declared, found])
        return ds.dataset(paths, schema=declared, filesystem=self.store.files, format="parquet")

    def snapshots(self) -> list[dict[str, Any]]:
        """Manifests of the snapshots that are kept, oldest first."""
        found = [self.manifest(name) for name in self.store.names("snapshots")]
        return sorted(found, key=lambda manifest: (manifest["created_at"], manifest["snapshot_id"]))

    def current(self) -> str | None:
        """Id of the published snapshot, or null before the first."""
        data = self.store.read(POINTER)
        return None if data is None else str(json.loads(data)["snapshot_id"])

    def publish(self, snapshot: str, *, read: Reading | None = None, memory: str | None = None) -> None:
        """Make a snapshot the current one: check it, build the database beside the old one, swap both by rename.

        In a local lake `read` is called with a connection to the new database, before anybody else sees that. `memory`
        is what DuckDB may take, such as "2GB".

        Raises:
            UserError: it fails its checks, and is kept aside unpublished; or the disk refuses.
        """
        if not self.has_snapshot(snapshot):
            raise UserError(f"lake {self.name}: no snapshot {snapshot} to publish")
        manifest = self.manifest(snapshot)
        with refusals(f"snapshot {snapshot}", duckdb.IOException):
            self._build(snapshot, read or nothing, memory)
            if self.current() == snapshot:
                return
            pointer = {"snapshot_id": snapshot, "path": f"snapshots/{snapshot}", "rows": manifest["rows"]}
            self.store.write(POINTER, as_json(pointer))

    def _build(self, snapshot: str, read: Reading, memory: str | None) -> None:
        if self.store.local is None:
            if self.current() != snapshot:
                self._verify(snapshot)
            return
        target = self.store.local / DATABASE
        if con := opened(snapshot, target):
            with con:
                bound_memory(con, memory)
                read(con)
            return

        def verify(con: duckdb.DuckDBPyConnection) -> None:
            with ThreadPoolExecutor(1) as beside, con.cursor() as other:
                other.execute(f"USE {NAMED}")
                done = beside.submit(read, other)
                self._pass(snapshot, run_checks(con, keyed=keyed(self.manifest(snapshot)["rows"])))
                done.result()

        try:
            build_database(self, snapshot, target, verify, memory)
        except duckdb.ConstraintException as error:
            self._verify(snapshot)
            raise UserError(f"snapshot {snapshot} breaks a rule of its tables: {error}") from error

    def _verify(self, snapshot: str) -> None:
        with duckdb.connect() as con:
            mount(con, self, snapshot)
            self._pass(snapshot, run_checks(con))

    def _pass(self, snapshot: str, results: list[Result]) -> None:
        failed = failures(results)
        named = ", ".join(result.check.name for result in failed[:3]) + (", ..." if len(failed) > 3 else "")
        if failed and self.store.exists(f"snapshots/{snapshot}/{REPORT}"):
            raise UserError(
                f"snapshot {snapshot} was published before, but fails {len(failed)} of today's {len(results)} checks "
                f"({named}); it stays where it is, and `daybook run PATH` makes a new one"
            )
        self.store.write(f"snapshots/{snapshot}/{REPORT}", as_json(report_rows(results)))
        if not failed:
            return
        self.store.move(f"snapshots/{snapshot}", f"{ASIDE}/{snapshot}")
        raise UserError(
            f"snapshot {snapshot} fails {len(failed)} of {len(results)} checks ({named}) and is kept aside in "
            f"{self.store.path(ASIDE)}/{snapshot}; `daybook check --at {snapshot}` tells more"
        )

    def report(self, snapshot: str) -> list[dict[str, Any]]:
        """What the checks said of a snapshot when it was to be published; empty when it never was."""
        return list(json.loads(self.store.read(f"{self.folder(snapshot)}/{REPORT}") or b"[]"))

    def set_aside(self) -> list[str]:
        """Ids of the snapshots that failed their checks."""
        return self.store.names(ASIDE)

    def vacuum(self, keep: int) -> list[str]:
        """Delete all but the newest `keep` snapshots and the published one; returns the ids deleted.

        Raises:
            UserError: `keep` is below 1.
        """
        if keep < 1:
            raise UserError(f"vacuum: keep {keep} snapshots? at least 1 must stay")
        stay = {manifest["snapshot_id"] for manifest in self.snapshots()[-keep:]} | {self.current()}
        gone = [name for name in self.store.names("snapshots") if name not in stay]
        for name in gone:
            self.store.delete(f"snapshots/{name}")
        for name in self.set_aside()[:-keep]:
            self.store.delete(f"{ASIDE}/{name}")
        for stage in self.store.folders("shards"):
            self.store.clean(f"shards/{stage}")
        self.store.clean("snapshots")
        if self.store.local is not None:
            for folder in ("", *(f"snapshots/{name}" for name in self.store.names("snapshots"))):
                self.store.clean(folder)
        return gone


def nothing(con: duckdb.DuckDBPyConnection) -> None:
    """What is read of a new database where nobody asks."""
