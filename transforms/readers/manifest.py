"""`manifest.jsonl`: what a folder's keeper knows of its files, an object a line with `file` and any of the defaults."""

import json
from dataclasses import replace

from transforms.readers.article import Defaults
from transforms.readers.days import published
from transforms.readers.documents import headline

NAME = "manifest.jsonl"


def manifest(text: str, defaults: Defaults) -> dict[str, Defaults]:
    """The defaults of each file named, the given ones where the manifest is silent.

    `file` is a path from the manifest's folder with `/` between its parts; `source`, `published` (YYYY-MM-DD),
    `language` and `title` are read, other keys are the keeper's own.

    Raises:
        ValueError: a line that says nothing usable, with its number.
    """
    found: dict[str, Defaults] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            name, values = _entry(json.loads(line), defaults)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"line {number}: {error}") from None
        if name in found:
            raise ValueError(f"line {number}: {name} is listed twice")
        found[name] = values
    return found


def _entry(record: object, defaults: Defaults) -> tuple[str, Defaults]:
    if not isinstance(record, dict) or not isinstance(record.get("file"), str):
        raise ValueError('each line is an object with the key "file"')
    for key in ("source", "published", "language", "title"):
        if not isinstance(record.get(key), str | None):
            raise ValueError(f"{key} is not text")
    days = published(record.get("published"), "given")
    if days is not None and days.earliest != days.latest:
        raise ValueError(f"published is not one day: {record['published']!r}; write YYYY-MM-DD")
    return record["file"], replace(
        defaults,
        source=headline(record.get("source")) or defaults.source,
        published=days.earliest if days else defaults.published,
        language=record.get("language") or defaults.language,
        title=headline(record.get("title")) or defaults.title,
    )
