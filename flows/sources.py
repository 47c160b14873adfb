"""The feeds and folders to watch, one TOML file each: strict, so that a slip of the pen is found at once."""

import tomllib
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

import seeds
from warehouse.errors import UserError


class Kind(StrEnum):
    """What is at a source's address: a feed or sitemap of links, records or one page to land as they are, a folder."""

    FEED = "feed"
    SITEMAP = "sitemap"
    FILE = "file"
    FOLDER = "folder"


class Source(BaseModel):
    """One source. `outlet` is the name its articles carry; outlets of one `family` print each other's texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    kind: Kind
    address: Annotated[str | None, Field(pattern=r"^https?://\S+$", max_length=2000)] = None
    path: Annotated[str | None, Field(min_length=1)] = None
    outlet: Annotated[str | None, Field(min_length=1)] = None
    family: Annotated[str | None, Field(min_length=1)] = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$")] = None
    timezone: str = "UTC"
    every: Annotated[str, Field(pattern=r"^[1-9]\d{0,3}[mhd]$")] = "1h"
    limit: Annotated[int, Field(ge=1, le=10_000)] = 200
    enabled: bool = True

    @property
    def interval(self) -> timedelta:
        """The least time between two polls: "30m", "6h", "1d"."""
        unit = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}[self.every[-1]]
        return int(self.every[:-1]) * unit

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"no such time zone: {value}; write one like Europe/London") from None
        return value

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.kind is Kind.FOLDER) != (self.path is not None) or (self.path is None) == (self.address is None):
            raise ValueError("a folder has a path, every other kind has an address")
        return self


def load_sources(folder: str | Path | None = None) -> list[Source]:
    """The sources in a folder of TOML files, else those that come with Daybook, in the order of their names.

    Raises:
        UserError: a file is no TOML, has an unknown key or a wrong value (with its line), or two share a name.
    """
    if folder is None:
        texts = {name: seeds.text(name) for name in seeds.names("sources")}
    else:
        paths = sorted(Path(folder).glob("*.toml"))
        if not paths:
            raise UserError(f"no sources in {folder}: put one TOML file a source there")
        texts = {str(path): path.read_text(encoding="utf-8") for path in paths}
    found: dict[str, Source] = {}
    for name, text in texts.items():
        source = parse(name, text)
        if source.name in found:
            raise UserError(f"{name}: the name {source.name!r} is taken by another source")
        found[source.name] = source
    return [found[name] for name in sorted(found)]


def parse(file: str, text: str) -> Source:
    """The source that a file describes.

    Raises:
        UserError: as `load_sources`.
    """
    try:
        return Source.model_validate(tomllib.loads(text), strict=False)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{file}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else ""
        reason = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            reason = f"unknown key; the keys are {', '.join(Source.model_fields)}"
        raise UserError(f"{file}{_line(text, key)}: {key + ': ' if key else ''}{reason}") from None


def _line(text: str, key: str) -> str:
    for number, line in enumerate(text.splitlines(), 1):
        if key and line.split("=")[0].split(".")[0].strip(" \t[]\"'") == key:
            return f":{number}"
    return ""
