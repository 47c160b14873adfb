"""Recorded votes of parliaments as structured records, told as one English sentence with their exact counts.

A vote read here is extracted, dated and matched with what the papers wrote about it like any other article: there is
one way of making a mention. The shapes are those of the public interfaces of the UK Parliament (Commons and Lords
divisions) and of openparliament.ca; see `seeds/readers/divisions.toml`.
"""

from collections.abc import Mapping
from typing import Any

import seeds
from transforms.readers.article import Article, Place
from transforms.readers.days import published
from transforms.records import Reject

TOLD = ("for", "against", "title", "date")


def division(record: Mapping[str, Any], place: Place, part: str | int) -> Article | Reject | None:
    """The article that tells a recorded vote; null for a record of any other kind."""
    for shape in seeds.toml("readers/divisions.toml")["shape"]:
        if all(value(record, shape[field]) is not None for field in TOLD):
            values = {field: value(record, shape[field]) for field in TOLD}
            return _article(record, shape, values, place, part)
    return None


def value(record: Mapping[str, Any], path: str) -> Any:
    """What is at a dotted path in nested objects, or null."""
    found: Any = record
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _article(
    record: Mapping[str, Any], shape: Mapping[str, str], values: Mapping[str, Any], place: Place, part: str | int
) -> Article | Reject:
    ayes, noes = values["for"], values["against"]
    if not all(isinstance(count, int) and 0 <= count < 100_000 for count in (ayes, noes)):
        return place.reject("bad count", f"{shape['for']} and {shape['against']} are not numbers of votes", part)
    try:
        days = published(values["date"], "given")
    except ValueError as error:
        return place.reject("bad date", f"{error}; write YYYY-MM-DD", part)
    if days is None or days.earliest is None or days.earliest != days.latest:
        return place.reject("bad date", "a recorded vote is of one day", part)
    title = " ".join(str(values["title"]).split())
    if not title:
        return place.reject("no text", "the vote does not say what it was about", part)
    passed = _passed(record.get("result"), ayes, noes)
    did, counts = ("passed", (ayes, noes)) if passed else ("rejected", (noes, ayes))
    day = f"{days.earliest.day} {days.earliest:%B %Y}"
    number = value(record, shape["id"])
    return Article(
        uri=shape["address"].format(number) if number is not None else place.part(part),
        text=f"In a vote on {day} the {shape['body']} {did} {title.rstrip('.')} by {counts[0]} votes to {counts[1]}.",
        source=shape["body"],
        language="en",
        published=days,
        reader="division",
    )


def _passed(result: Any, ayes: int, noes: int) -> bool:
    results = seeds.toml("readers/divisions.toml")["results"]
    word = result.strip().lower() if isinstance(result, str) else ""
    return word in results["passed"] or (word not in results["rejected"] and ayes > noes)
