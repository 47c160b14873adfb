"""Records into shard tables: what was read and found, column by column."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Any

import pyarrow as pa

from transforms.records import Annotation, Document, Entity, Reject
from warehouse.schema import table_from_records


def document_table(documents: Sequence[Document]) -> pa.Table:
    """Table `documents`."""
    return table_from_records("documents", documents)


def reject_table(rejects: Sequence[Reject]) -> pa.Table:
    """Table `rejects`; the snapshot is not known yet."""
    return table_from_records("rejects", rejects)


def annotation_tables(annotations: Sequence[Annotation]) -> dict[str, pa.Table]:
    """Tables `timexes`, `entities`, `mentions`, `mention_roles` and `mention_counts` by name.

    A role or count that one mention gives twice for the same words is one row. Entities that several documents name
    are one row with all their aliases.
    """
    mentions = list(chain.from_iterable(annotation.mentions for annotation in annotations))
    return {
        "timexes": timex_table(annotations),
        "entities": table_from_records("entities", merge_entities(annotations)),
        "mentions": table_from_records("mentions", mentions),
        "mention_roles": part_table("mention_roles", ((m.mention_id, m.roles) for m in mentions), ("role", "start")),
        "mention_counts": part_table("mention_counts", ((m.mention_id, m.counts) for m in mentions), ("start",)),
    }


def timex_table(annotations: Sequence[Annotation]) -> pa.Table:
    """Table `timexes`, numbered within each document."""
    return table_from_records(
        "timexes",
        list(chain.from_iterable(annotation.timexes for annotation in annotations)),
        document_id=list(chain.from_iterable(repeat(a.document_id, len(a.timexes)) for a in annotations)),
        timex_no=list(chain.from_iterable(range(len(annotation.timexes)) for annotation in annotations)),
    )


def part_table(name: str, owned: Iterable[tuple[str, Sequence[Any]]], key: tuple[str, ...]) -> pa.Table:
    """Roles or counts with their mention's id, the first of those that are alike in `key`."""
    ids: list[str] = []
    parts: list[Any] = []
    for mention_id, found in owned:
        first: dict[tuple[Any, ...], Any] = {}
        for part in found:
            first.setdefault(tuple(getattr(part, field) for field in key), part)
        ids += [mention_id] * len(first)
        parts += first.values()
    return table_from_records(name, parts, mention_id=ids)


def merge_entities(annotations: Iterable[Annotation]) -> list[Entity]:
    """Each entity once, sorted by id, with the aliases of all documents.

    Of several spellings and kinds the first by name stands for all, so that neither the order of the documents nor how
    they are cut into batches matters.
    """
    merged: dict[str, list[Entity]] = {}
    for annotation in annotations:
        for entity in annotation.entities:
            merged.setdefault(entity.entity_id, []).append(entity)
    return [
        Entity(
            entity_id=key,
            name=min(entity.name for entity in same),
            kind=min(entity.kind for entity in same),
            aliases=tuple(sorted({alias for entity in same for alias in entity.aliases})),
        )
        for key, same in sorted(merged.items())
    ]
