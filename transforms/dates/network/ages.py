"""When people were born, by the ages that articles give them: two ages of one person tell how far articles lie apart.

Variables are `b:<first name> <family name>`. Only full names count, in the form "Anna Hale, 54, resigned".
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

import seeds

NAMED = r"(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+), ([1-9]\d), \p{Ll}"
"""A full name with an age behind it."""

AGES = """
with told as (
    select distinct document_id, coalesce(source, uri) as outlet, published,
           unnest(regexp_extract_all(text, $named, 1)) as name,
           unnest(regexp_extract_all(text, $named, 2))::integer as age
    from documents
)
select * from told
where not list_contains($titles, lower(split_part(name, ' ', 1)))
qualify count(distinct document_id) over (partition by name) > 1 and bool_or(published is null) over (partition by name)
order by document_id, name, age
"""


@dataclass(frozen=True, slots=True)
class Age:
    """The age that an article gives a person."""

    document_id: str
    outlet: str
    published: date | None
    name: str
    age: int


def read_ages(con: duckdb.DuckDBPyConnection) -> list[Age]:
    """The ages of people whom several articles name, at least one of them undated."""
    titles = seeds.toml("words/titles.toml")
    titled = [*titles["courtesy"], *titles["kept"]]
    return [Age(*row) for row in con.execute(AGES, {"titles": titled, "named": NAMED}).fetchall()]


def age_part(told: Age, weight: int) -> tuple[dict[str, Any], str]:
    """An age as a statement about the person's day of birth or, of an undated article, how long after it appeared."""
    born, words = f"b:{told.name}", f"{told.outlet} gives the age of {told.name} as {told.age}"
    fewest, most = days_of_years(told.age)
    if told.published is None:
        return {
            "subject": f"d:{told.document_id}",
            "origin": born,
            "low": fewest,
            "high": most,
            "weight": weight,
        }, words
    at = told.published.toordinal()
    return {"subject": born, "low": at - most, "high": at - fewest, "weight": weight}, words


def days_of_years(years: int) -> tuple[int, int]:
    """The fewest and the most days since the birth of a person who is so many years old."""
    return int(years * 365.2425) - 1, int((years + 1) * 365.25) + 1
