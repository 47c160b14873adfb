"""`manifest.jsonl`: what a folder's keeper knows of its files, an object a line with `file` and any of the defaults."""

import json
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from transforms.readers.article import Defaults
from transforms.readers.days import published
from transforms.readers.documents import headline

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a manifest says of a file; `uri` is null where it says nothing of its address."""

    uri: str | None
    defaults: Defaults


def manifest(text: str, defaults: Defaults) -> dict[str, Listed]:
    """What is said of each file named, with the given defaults where the manifest is silent.

    `file` is a path from the manifest's folder with `/` between its parts; `source`, `published` (YYYY-MM-DD),
    `language`, `title`, `timezone` and `uri` are read, other keys are the keeper's own.

    Raises:
        ValueError: a line that says nothing usable, with its number.
    """
    found: dict[str, Listed] = {}
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


def _entry(record: object, defaults: Defaults) -> tuple[str, Listed]:
    if not isinstance(record, dict) or not isinstance(record.get("file"), str):
        raise ValueError('each line is an object with the key "file"')
    for key in ("source", "published", "language", "title", "uri", "timezone"):
        if not isinstance(record.get(key), str | None):
            raise ValueError(f"{key} is not text")
    try:
        ZoneInfo(record.get("timezone") or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"no such time zone: {record['timezone']!r}; write one like Europe/London") from None
    days = published(record.get("published"), "given")
    if days is not None and days.earliest != days.latest:
        raise ValueError(f"published is not one day: {record['published']!r}; write YYYY-MM-DD")
    known = replace(
        defaults,
        source=headline(record.get("source")) or defaults.source,
        published=days.earliest if days else defaults.published,
        language=record.get("language") or defaults.language,
        title=headline(record.get("title")) or defaults.title,
        timezone=record.get("timezone") or defaults.timezone,
    )
    return record["file"], Listed(uri=record.get("uri") or None, defaults=known)
