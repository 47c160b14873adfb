"""One plain function a stage: read a shard, call a transform, write a shard. None knows who calls it, or where."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, field, fields
from datetime import datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa

import seeds
from flows.extractors import Choice, extractor
from flows.inputs import Input
from transforms.events.lexicon import EventType, Lexicon, event_types
from transforms.extractors import Extraction, Extractor
from transforms.ids import content_id
from transforms.records import Annotation, Document, Reject
from transforms.sketch import sketch
from warehouse.errors import UserError
from warehouse.rows import annotation_tables, document_table, reject_table
from warehouse.shards import Shards

PASSING = ("document_id", "uri", "landed_at", "duplicate_of")
MISTAKES = (ArithmeticError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What all batches of a run share: the lake's address, versions of code and words, the instant of the run."""

    lake: str
    land_version: str
    annotate_version: str
    landed_at: datetime
    batch_bytes: int
    events: str | None = None
    extractor: Choice = field(default_factory=Choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """What came of a group of inputs: documents in them, and bytes of text that the lake did not hold."""

    inputs: int
    documents: int
    rejects: int
    text_bytes: int

    def __add__(self, other: "Landed") -> "Landed":
        """What came of both."""
        return Landed(**{field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """What was found in a shard of documents."""

    documents: int
    mentions: int
    rejects: int
    text_bytes: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a part of one, that is no document."""

    input_id: str
    uri: str
    stage: str
    error: str
    detail: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A document found in an input; `version_id` hashes all that annotation depends on."""

    input_id: str
    uri: str
    document_id: str
    version_id: str
    landed_at: datetime


def input_id(job: Job, entry: Input) -> str:
    """Id of an input as it lies there now, with what it is read with: the same id gives the same documents."""
    hashed = blake2b(digest_size=16)
    try:
        if entry.refused is None:
            with entry.path.open("rb") as file:
                while chunk := file.read(1 << 20):
                    hashed.update(chunk)
    except OSError as error:
        hashed.update(repr(error).encode())
    told = [None if value is None else str(value) for value in astuple(entry.defaults)]
    return content_id("input", job.land_version, entry.uri, entry.refused, hashed.hexdigest(), *told)


def version_id(document: Document) -> str:
    """Id of a document with all that it says of itself but where and when it was found."""
    told = [getattr(document, field.name) for field in fields(document) if field.name not in PASSING]
    return content_id("version", *(None if value is None else str(value) for value in told))


def known_inputs(lake: Shards) -> set[str]:
    """Ids of the inputs that the lake holds already."""
    return set(lake.shard_column("land", "inputs", "input_id"))


def known_versions(lake: Shards) -> set[str]:
    """Ids of the documents' versions that the lake holds already."""
    return set(lake.shard_column("documents", "versions", "version_id"))


def land(job: Job, group: Sequence[tuple[str, Input]]) -> Landed:
    """Reads a group of inputs; writes documents that are new, then, when all are safe, what the inputs held."""
    lake = Shards(job.lake)
    known = known_versions(lake)
    occurrences: list[Occurrence] = []
    refusals: list[Refusal] = []
    text_bytes = 0
    for batch in batches(job, read_group(job, group, occurrences, refusals), known):
        write_documents(lake, batch)
        text_bytes += sum(len(document.text.encode()) for document in batch.values())
    lake.write_shard(
        "land",
        content_id("land", *(entry_id for entry_id, _ in group)),
        {
            "inputs": pa.table(
                {
                    "input_id": pa.array([entry_id for entry_id, _ in group], pa.string()),
                    "uri": pa.array([entry.uri for _, entry in group], pa.string()),
                    "landed_at": pa.array([job.landed_at] * len(group), pa.timestamp("us")),
                }
            ),
            "occurrences": rows_table(Occurrence, occurrences),
            "refusals": rows_table(Refusal, refusals),
        },
    )
    return Landed(
        inputs=len(group),
        documents=len(occurrences),
        rejects=len(refusals),
        text_bytes=text_bytes,
    )


def read_group(
    job: Job, group: Sequence[tuple[str, Input]], occurrences: list[Occurrence], refusals: list[Refusal]
) -> Iterator[tuple[str, Document]]:
    """Every document of the inputs with its version's id; notes where each was found, and what was refused."""
    for entry_id, entry in group:
        for item in entry.read(job.landed_at):
            if isinstance(item, Reject):
                refusals.append(Refusal(entry_id, item.uri, item.stage, item.error, item.detail))
                continue
            version = version_id(item)
            occurrences.append(Occurrence(entry_id, item.uri, item.document_id, version, job.landed_at))
            yield version, item


def batches(job: Job, found: Iterable[tuple[str, Document]], known: set[str]) -> Iterator[dict[str, Document]]:
    """New documents by version, in batches of so many bytes of text; one batch never holds two versions of one."""
    batch: dict[str, Document] = {}
    ids: set[str] = set()
    size = 0
    for version, document in found:
        if version in known:
            continue
        known.add(version)
        if batch and (size >= job.batch_bytes or document.document_id in ids):
            yield batch
            batch, ids, size = {}, set(), 0
        batch[version] = document
        ids.add(document.document_id)
        size += len(document.text)
    if batch:
        yield batch


def write_documents(lake: Shards, batch: dict[str, Document]) -> None:
    """Writes a shard of documents and of their versions' ids."""
    shard = content_id("documents", *sorted(batch))
    versions = pa.table(
        {
            "document_id": pa.array([document.document_id for document in batch.values()], pa.string()),
            "version_id": pa.array(list(batch), pa.string()),
            "shard": pa.array([shard] * len(batch), pa.string()),
        }
    )
    lake.write_shard("documents", shard, {"documents": document_table(list(batch.values())), "versions": versions})


def rows_table(kind: type[Occurrence] | type[Refusal], rows: Sequence[Occurrence | Refusal]) -> pa.Table:
    """Rows as a table of a shard."""
    types = {"landed_at": pa.timestamp("us")}
    names = [field.name for field in fields(kind)]
    return pa.table(
        {name: pa.array([getattr(row, name) for row in rows], types.get(name, pa.string())) for name in names}
    )


def annotated_id(job: Job, shard: str) -> str:
    """Id of what is found in a shard of documents by this code with these words."""
    return content_id("annotate", job.annotate_version, shard)


def annotate(job: Job, shard: str, refused: Sequence[str] = ()) -> Annotated:
    """Finds the events in a shard of documents; `refused` names documents that are not to be tried."""
    lake = Shards(job.lake)
    documents = read_documents(lake, shard)
    find = extractor(job.extractor, lexicon(job.events, job.annotate_version), lake)
    annotations: list[Annotation] = []
    rejects: list[Reject] = []
    for document in documents:
        try:
            extraction = annotate_document(find, document, refused)
            annotations.append(extraction.annotation)
            rejects.extend(extraction.rejects)
        except (*MISTAKES, MemoryError) as error:
            detail = f"{type(error).__name__}: {str(error).strip() or 'no message'}"[:500]
            rejects.append(Reject(uri=document.uri, stage="annotate", error="not annotated", detail=detail))
    tables = {
        **annotation_tables(annotations),
        "rejects": reject_table(rejects),
        "sketches": pa.table(
            {
                "document_id": pa.array([document.document_id for document in documents], pa.string()),
                "sketch": pa.array([sketch(document.text) for document in documents], pa.binary()),
            }
        ),
    }
    lake.write_shard("annotate", annotated_id(job, shard), tables)
    return Annotated(
        documents=len(documents),
        mentions=len(tables["mentions"]),
        rejects=len(rejects),
        text_bytes=sum(len(document.text.encode()) for document in documents),
    )


def attempt(job: Job, shard: str, ids: Sequence[str]) -> None:
    """Finds the events in some documents of a shard and forgets them; only whether the process lives matters."""
    lake = Shards(job.lake)
    find = extractor(job.extractor, lexicon(job.events, job.annotate_version), lake)
    for document in read_documents(lake, shard):
        if document.document_id in ids:
            with suppress(*MISTAKES, MemoryError):
                annotate_document(find, document, ())


def annotate_document(find: Extractor, document: Document, refused: Sequence[str]) -> Extraction:
    """All that is found in one document.

    Raises:
        RuntimeError: the document is refused, as it ended the process that worked on it.
    """
    if document.document_id in refused:
        raise RuntimeError("the process that worked on it died")
    return find(document)


def get_ready(job: Job) -> None:
    """Reads what a process needs for its first batch."""
    lexicon(job.events, job.annotate_version)


@cache
def lexicon(events: str | None, version: str) -> Lexicon:
    """The event types compiled; kept for the life of a process, by the version of their files.

    Raises:
        UserError: as `types`.
    """
    return Lexicon(types(events, version))


@cache
def types(events: str | None, version: str) -> dict[str, EventType]:
    """The event types by name, with those of a folder.

    Raises:
        UserError: a file is not understood.
    """
    found = {path: seeds.toml(path) for path in seeds.names("events")}
    try:
        own = sorted(Path(events).glob("*.toml")) if events else []
        if events and not own:
            raise UserError(f"event types: no TOML file in {events}; put one a type there, as in seeds/events")
        for path in own:
            found[str(path)] = tomllib.loads(path.read_text(encoding="utf-8"))
        return event_types(found)
    except (OSError, ValueError) as error:
        raise UserError(f"event types: {error}") from error


def read_documents(lake: Shards, shard: str) -> list[Document]:
    """The documents of a shard."""
    path = lake.store.path(f"shards/documents/{shard}/documents.parquet")
    return [Document(**row) for row in lake.read(path).to_pylist()]
