"""The temporary tables of what is compared: units and their weighted words."""

from collections.abc import Mapping

import pyarrow as pa
from duckdb import DuckDBPyConnection

import seeds
from transforms.dedup.form import read_form
from transforms.dedup.sql import run, sql, store, store_table
from transforms.dedup.whom import done_to, whom
from transforms.dedup.words import stem, trigger_classes, trigger_stem, verb_classes

LONGEST_TEXT = 20_000
"""Characters of a document whose words are compared."""
BESIDE = 5
"""Words on either side of a trigger that are compared apart."""
LEAD = 400
"""Characters at the beginning of a document that count as its headline and lead."""
HEAVIEST_WORDS = 60
"""Words of a document that are compared."""
SENTENCES = """
SELECT u.unit, m.trigger, substring(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
       m.start - m.sentence_start AS start, m."end" - m.sentence_start AS "end"
FROM unit_mentions u JOIN mentions m USING (mention_id) JOIN documents d ON d.document_id = m.document_id
JOIN triggers t USING (trigger) LEFT JOIN forms f USING (unit)
WHERE u.rank = 1 AND {which} ORDER BY u.unit
"""
LEVELS = 16
"""How many terms one word of a document can count as."""


def prepare_units(con: DuckDBPyConnection, families: Mapping[str, str] | None = None) -> None:
    """Create `units`, `unit_mentions`, `name_terms`, `sentence_terms` and `document_terms`."""
    run(con, sql("units.sql"), longest=LONGEST_TEXT, beside=BESIDE)
    read_generic_names(con)
    read_families(con, families)
    tokens = _column(con, "SELECT token FROM unit_words UNION SELECT token FROM document_words")
    _number_stems(con, tokens)
    triggers = _column(con, "SELECT DISTINCT trigger FROM mentions WHERE trigger IS NOT NULL")
    told = [(trigger, trigger_stem(trigger), list(trigger_classes(trigger))) for trigger in triggers]
    store(con, "triggers", told, {"trigger": pa.string(), "stem": pa.string(), "classes": pa.list_(pa.string())})
    _read_forms(con)
    _read_whom(con)
    run(con, sql("terms.sql"), heaviest=HEAVIEST_WORDS, levels=LEVELS, lead=LEAD)


def _number_stems(con: DuckDBPyConnection, tokens: list[str]) -> None:
    """Create `stems(token, term)`: the number of each token's stem, in their order; common words have none."""
    common = set(seeds.toml("words/common_words.toml")["words"])
    stems = {token: stem(token) for token in tokens if token not in common}
    numbers = {known: number for number, known in enumerate(sorted(set(stems.values())))}
    table = {"token": pa.array(stems, pa.string()), "term": pa.array(map(numbers.get, stems.values()), pa.int32())}
    store_table(con, "stems", pa.table(table))


def read_generic_names(con: DuckDBPyConnection) -> None:
    """Create `generic_names(token)`: words of names that say nothing of who it is."""
    words = seeds.toml("words/names_in_common.toml")["words"]
    store(con, "generic_names", [(word,) for word in words], {"token": pa.string()})


def read_families(con: DuckDBPyConnection, families: Mapping[str, str] | None = None) -> None:
    """Create `families(event_type, family)`, by default what the seeds' event types say."""
    if families is None:
        types = [seeds.toml(path) for path in seeds.names("events")]
        families = {str(table["type"]): str(table["family"]) for table in types}
    store(con, "families", list(families.items()), {"event_type": pa.string(), "family": pa.string()})


def _read_forms(con: DuckDBPyConnection) -> None:
    """Create `forms(unit, form, classes)`: how happenings of no known type are told, and what the triggers can tell."""
    kinds = {"unit": pa.int32(), "form": pa.string(), "classes": pa.list_(pa.string())}
    store(con, "forms", [], kinds)
    rows = []
    for unit, trigger, sentence, start, end in con.execute(SENTENCES.format(which="m.event_type IS NULL")).fetchall():
        found = read_form(sentence, start, end)
        rows.append((unit, found.form, list((verb_classes if found.gerund else trigger_classes)(trigger))))
    store(con, "forms", rows, kinds)


def _read_whom(con: DuckDBPyConnection) -> None:
    """Create `befell(unit, number, sex, age, befallen)`: whom happenings that are done to somebody were done to."""
    query = SENTENCES.format(which="list_has_any(coalesce(f.classes, t.classes), $classes)")
    told = con.execute(query, {"classes": sorted(done_to())}).fetchall()
    found = [(unit, whom(sentence, start, end)) for unit, _, sentence, start, end in told]
    rows = [(unit, one.number, one.sex, one.age, list(one.names)) for unit, one in found]
    kinds = dict.fromkeys(("number", "sex", "age"), pa.string())
    store(con, "befell", rows, {"unit": pa.int32(), **kinds, "befallen": pa.list_(pa.string())})


def _column(con: DuckDBPyConnection, query: str) -> list[str]:
    return sorted(con.sql(query).to_arrow_table()[0].to_pylist())
