"""Parquet: a row an article, columns named as in records of JSON."""

from collections.abc import Iterator
from typing import BinaryIO

from transforms.readers.article import Article, Place
from transforms.readers.errors import UnreadableError
from transforms.readers.fields import articles_of
from transforms.records import Reject

MAX_ROW_GROUP = 1_000_000_000
BATCH = 32


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article of each row, a few rows in memory at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file, thrift_string_size_limit=10_000_000, thrift_container_size_limit=100_000)
        sizes = [table.metadata.row_group(group).total_byte_size for group in range(table.metadata.num_row_groups)]
        if max(sizes, default=0) > MAX_ROW_GROUP:
            raise UnreadableError("oversized", f"a row group over {MAX_ROW_GROUP // 1_000_000_000} GB")
        number = 0
        for batch in table.iter_batches(batch_size=BATCH):
            for row in batch.to_pylist():
                number += 1
                yield from articles_of(row, place, number)
    except pa.ArrowException as error:
        raise UnreadableError("unreadable", f"no sound Parquet: {error}") from None
