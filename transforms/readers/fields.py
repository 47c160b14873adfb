"""A record with named fields, from JSON, a table or an interface, to an article."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import re2

import seeds
from transforms.readers.article import Article, Place
from transforms.readers.days import published
from transforms.readers.divisions import division
from transforms.records import Reject

WANTED = ("text", "title", "source", "author", "published", "uri", "language")
_NO_RECORD = ("no record", "not an object with named fields")


def article(record: Mapping[str, Any], place: Place, part: str | int) -> Article | Reject:
    """The article of one record, a text or a recorded vote, or why it is none; `part` says where the record is."""
    if (vote := division(record, place, part)) is not None:
        return vote
    values = _flat(record)
    found = {wanted: _first(values, wanted) for wanted in WANTED}
    title, text = _words(found["title"]), _words(found["text"])
    if text is None and any(name in values for name in _names("headline_only")):
        text = title
    if text is None:
        known = ", ".join(seeds.toml("readers/fields.toml")["text"][:4])
        return place.reject("no text", f"the record has no field of text ({known}, ...)", part)
    try:
        days = published(found["published"], "given", place.zone)
    except ValueError as error:
        return place.reject("bad date", f"{error}; write YYYY-MM-DD", part)
    return Article(
        uri=_address(found["uri"]) or place.part(part),
        text=_unmarked(str(_cut_short().sub("", text))),
        title=title and _unmarked(title),
        source=_words(found["source"]),
        author=_author(values),
        language=language_code(_words(found["language"])),
        published=days,
    )


def articles_of(value: Any, place: Place, part: str | int) -> Iterator[Article | Reject]:
    """The article of a record, or the articles of all records in the list that it wraps."""
    records = _listed(value)
    if records is None:
        yield article(value, place, part) if isinstance(value, dict) else place.reject(*_NO_RECORD, part)
        return
    for number, record in enumerate(records, 1):
        inner = f"{part}.{number}"
        yield article(record, place, inner) if isinstance(record, dict) else place.reject(*_NO_RECORD, inner)


def _listed(value: Any) -> list[Any] | None:
    if not isinstance(value, dict):
        return None
    values = _flat(value)
    return next((values[name] for name in _names("lists") if isinstance(values.get(name), list)), None)


def language_code(words: str | None) -> str | None:
    """The primary subtag of a language code ("en-GB": "en"), or null for anything else."""
    code = (words or "").replace("_", "-").split("-")[0].strip().lower()
    return code if len(code) in {2, 3} and code.isalpha() and code.isascii() else None


def field_of(name: str) -> list[str]:
    """What an article's field of this name may hold; empty for a name that is not known."""
    return [wanted for wanted in WANTED if _plain(name) in _names(wanted)]


@cache
def _names(wanted: str) -> tuple[str, ...]:
    return tuple(_plain(name) for name in seeds.toml("readers/fields.toml")[wanted])


@cache
def _cut_short() -> Any:
    return re2.compile(seeds.toml("readers/fields.toml")["cut_short"])


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in record.items():
        flat.setdefault(_plain(str(name)), value)
        if isinstance(value, dict):
            for inner, deeper in value.items():
                flat.setdefault(f"{_plain(str(name))}.{_plain(str(inner))}", deeper)
    return flat


def _first(values: Mapping[str, Any], wanted: str) -> Any:
    for name in _names(wanted):
        value = values.get(name)
        if value is not None and not isinstance(value, list | dict) and value not in ("", b""):
            return value
    return None


def _author(values: Mapping[str, Any]) -> str | None:
    """The name or names: several are given as a list of words or of objects with a name."""
    said = next((value for name in _names("author") if (value := values.get(name))), None)
    each = [one.get("name") if isinstance(one, dict) else one for one in (said if isinstance(said, list) else [said])]
    return ", ".join(name for one in each if (name := _words(one))) or None


def _words(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _address(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _unmarked(text: str) -> str:
    if "<" not in text or "</" not in text:
        return text
    from transforms.readers.markup import plain

    return plain(text)
