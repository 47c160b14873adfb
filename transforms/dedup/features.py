"""The features that dedup compares, read from `seeds/dedup.toml` and written out as SQL."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

import seeds


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Level(_Table):
    """One result of a comparison: its name, the SQL condition that tells it (none: what is left), and its bits."""

    name: str = Field(alias="is")
    when: str = "true"
    weight: float


class Feature(_Table):
    """A comparison of the units `a` and `b`; `null` is the SQL condition under which there is nothing to compare.

    `measure` names terms whose likeness is worked out once a pair and is null where there is nothing to compare; the
    levels' conditions call it by the feature's name with `_by` after it. A feature with a measure is looked at only
    where those without leave the pair a chance.
    """

    name: str = Field(pattern=r"^[a-z_]+$")
    means: str
    null: str = "false"
    measure: Literal["body", "target", "names", "beside", "words", "document"] | None = None
    level: tuple[Level, ...]

    @property
    def nothing(self) -> str:
        """The SQL condition under which there is nothing to compare."""
        return self.null if self.measure is None else f"{self.name}_by IS NULL"

    def level_sql(self) -> str:
        """An SQL expression of the level's number, null where there is nothing to compare."""
        whens = " ".join(f"WHEN {level.when} THEN {number}" for number, level in enumerate(self.level))
        return f"(CASE WHEN coalesce({self.nothing}, false) THEN NULL {whens} END)::TINYINT AS {self.name}"

    def weight_sql(self) -> str:
        """An SQL expression of the bits of the level that stands in the feature's column."""
        whens = " ".join(f"WHEN {number} THEN {level.weight}::FLOAT" for number, level in enumerate(self.level))
        return f"(CASE {self.name} {whens} ELSE 0 END)"


class Relation(_Table):
    """A tie that events of some types can have to events of others."""

    name: str = Field(pattern=r"^[a-z_]+$")
    source: tuple[str, ...] = Field(alias="from")
    to: tuple[str, ...]


class Conflict(_Table):
    """What forbids two units from being one event, as an SQL condition."""

    name: str = Field(pattern=r"^[a-z ]+$")
    when: str


class Model(_Table):
    """All that a comparison knows: prior, limits, features and conflicts; scores are bits (log2 of odds)."""

    prior: float
    threshold: float
    keep: float
    missing: float
    vague: float
    feature: tuple[Feature, ...]
    conflict: tuple[Conflict, ...]
    relation: tuple[Relation, ...] = ()

    @property
    def measures(self) -> frozenset[str]:
        """Names of the terms that the features measure."""
        return frozenset(feature.measure for feature in self.feature if feature.measure is not None)

    def slots(self, *, everything: bool = False) -> dict[str, str]:
        """What the braces of `hopeful.sql` and `compare.sql` stand for.

        `everything` keeps pairs that conflict or score low.
        """
        cheap = [feature for feature in self.feature if feature.measure is None]
        costly = [feature for feature in self.feature if feature.measure is not None]
        whens = " ".join(f"WHEN {conflict.when} THEN '{conflict.name}'" for conflict in self.conflict)
        return {
            "prior": str(self.prior),
            "keep": "-1e6" if everything else str(self.keep),
            "possible": "true" if everything else f"({' OR '.join(c.when for c in self.conflict)}) IS NOT TRUE",
            "cheap_levels": ", ".join(feature.level_sql() for feature in cheap),
            "cheap_weights": _sum(feature.weight_sql() for feature in cheap),
            "best_of_costly": str(sum(max(level.weight for level in feature.level) for feature in costly)),
            "costly_levels": ", ".join(feature.level_sql() for feature in costly),
            "costly_weights": _sum(feature.weight_sql() for feature in costly),
            "levels": ", ".join(feature.name for feature in self.feature),
            "conflict": f"CASE {whens} END",
        }


def _sum(terms: Iterable[str]) -> str:
    return " + ".join(terms)


@cache
def default_model() -> Model:
    """The model of `seeds/dedup.toml`.

    Raises:
        pydantic.ValidationError: an unknown key or a wrong value in it.
    """
    return Model.model_validate(seeds.toml("dedup.toml"))
