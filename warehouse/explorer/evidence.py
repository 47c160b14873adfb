"""The second block of the page's data: ids, sentences, claims, links and reasons, read after the first paint."""

from typing import Any

import duckdb

from transforms.rows import each_row
from warehouse.explain import compared, rows
from warehouse.explorer.columns import Strings, bytes_as_text, day_number, known_steps, steps, utf16_length
from warehouse.explorer.events import IN_ORDER

_LONGEST = 900
"""Characters of a sentence that are shown around its trigger."""

_MENTIONS = f"""
WITH told AS (
  -- the sentence is cut out here, lest whole articles are carried through what follows
  SELECT m.*, d.published, substring(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence
  FROM mentions m JOIN documents d USING (document_id)
)
SELECT m.event_id, m.document_id, m.sentence, m.start - m.sentence_start, m."end" - m.sentence_start,
  CASE WHEN t.start >= m.sentence_start AND t."end" <= m.sentence_end THEN t.start - m.sentence_start END,
  t."end" - m.sentence_start, m.date_basis, m.date_rule, m.earliest, m.latest, m.grain, m.modality, m.attributed_to,
  m.headline
FROM told m JOIN events e USING (event_id)
LEFT JOIN timexes t ON t.document_id = m.document_id AND t.timex_no = m.timex_no
ORDER BY {IN_ORDER}, m.published NULLS LAST, m.document_id, m.headline, m.start, m.mention_id
"""

_DOCUMENTS = """
SELECT document_id, source, title, published, uri, published_basis FROM documents
WHERE document_id IN (FROM (SELECT document_id FROM mentions UNION SELECT document_id FROM date_reasons))
ORDER BY document_id
"""

_CLAIMS = f"""
SELECT c.event_id, c.attribute, c.value, c.document_ids, c.chosen FROM event_claims c JOIN events e USING (event_id)
WHERE c.attribute NOT IN ('date', 'outcome')
  OR (c.event_id, c.attribute) IN (SELECT (event_id, attribute) FROM disputed)
ORDER BY {IN_ORDER}, c.attribute, c.chosen DESC, c.documents DESC, c.value
"""

_LINKS = "SELECT event_id, relation, other_id FROM event_links ORDER BY event_id, relation, other_id"

_REASONS = """
SELECT subject_id, side, day, statement, document_id, set_aside FROM date_reasons
WHERE subject_kind = 'event' ORDER BY subject_id, side, step
"""

_MERGES = """
SELECT a.event_id, count(*) OVER own AS pairs, max(p.score) OVER own AS highest, p.*
FROM pairs p JOIN mentions a ON a.mention_id = p.mention_a JOIN mentions b ON b.mention_id = p.mention_b
WHERE p.same AND a.event_id = b.event_id
WINDOW own AS (PARTITION BY a.event_id)
QUALIFY row_number() OVER (PARTITION BY a.event_id ORDER BY p.score, p.mention_a, p.mention_b) = 1
ORDER BY a.event_id
"""


def evidence_columns(con: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, Any]:
    """Everything told of the events, in the order of `ids`.

    `told` counts the mentions of each event; offsets are UTF-16 units into the sentence. Claims, links, reasons and
    merges name their event by its position in `ids`.

    Raises:
        ValueError: an id is not made of hexadecimal digits.
    """
    position = {event_id: number for number, event_id in enumerate(ids)}
    documents = _Documents(con)
    return {
        "ids": bytes_as_text(bytes.fromhex("".join(ids))),
        **_mentions(con, position, documents),
        "claims": _claims(con, position, documents),
        "links": [
            [position[event_id], relation, position[other_id]]
            for event_id, relation, other_id in con.execute(_LINKS).fetchall()
            if event_id in position and other_id in position
        ],
        "reasons": [
            [position[subject], side, day_number(day), statement, documents.number(document_id), int(set_aside)]
            for subject, side, day, statement, document_id, set_aside in con.execute(_REASONS).fetchall()
            if subject in position
        ],
        "merges": _merges(con, position),
        "history": [
            [old, position[became]]
            for old, became in con.execute(
                "SELECT event_id, became FROM event_history WHERE became IS NOT NULL ORDER BY event_id, snapshot_id"
            ).fetchall()
            if became in position and old not in position
        ],
        "articles": documents.columns(),
    }


class _Documents:
    """The articles that are named, numbered as they are first named."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._rows = {row[0]: row[1:] for row in each_row(con, _DOCUMENTS)}
        self._used = Strings()

    def number(self, document_id: str | None) -> int:
        """The number of an article; null is -1."""
        return self._used.number(document_id)

    def columns(self) -> dict[str, Any]:
        """Outlet, title, day of publication, how that day is known and address of each article."""
        rows = [self._rows[document_id] for document_id in self._used.values]
        sources, basis = Strings(), Strings()
        return {
            "source": [sources.number(row[0]) for row in rows],
            "title": [row[1] for row in rows],
            "published": known_steps([day_number(row[2]) for row in rows]),
            "uri": [row[3] for row in rows],
            "basis": [basis.number(row[4]) for row in rows],
            "sources": sources.values,
            "bases": basis.values,
        }


def _mentions(con: duckdb.DuckDBPyConnection, position: dict[str, int], documents: _Documents) -> dict[str, Any]:
    sentences, words = Strings(), Strings()
    told = [0] * len(position)
    columns: dict[str, list[Any]] = {name: [] for name in _MENTION_COLUMNS}
    for event_id, document_id, sentence, start, end, time_start, time_end, basis, rule, *rest in each_row(
        con, _MENTIONS
    ):
        earliest, latest, grain, modality, attributed_to, headline = rest
        cut, shown = excerpt(sentence, start)
        told[position[event_id]] += 1
        columns["article"].append(documents.number(document_id))
        columns["sentence"].append(sentences.number(shown))
        _span(columns, "trigger", shown, start - cut, end - cut)
        _span(columns, "time", shown, *((time_start - cut, time_end - cut) if time_start is not None else (-1, -1)))
        columns["lo"].append(day_number(earliest))
        columns["hi"].append(day_number(latest))
        for name, value in (
            *(("grain", grain), ("modality", modality), ("basis", basis), ("rule", rule)),
            ("attributed", attributed_to),
        ):
            columns[name].append(words.number(value))
        columns["headline"].append(int(headline))
    columns["article"] = steps(columns["article"])
    for name in ("lo", "hi"):
        columns[name] = known_steps(columns[name])
    columns["sentence"] = steps(columns["sentence"])
    return {"told": told, "mentions": columns, "sentences": sentences.values, "words": words.values}


_MENTION_COLUMNS = (
    *("article", "sentence", "trigger", "trigger_length", "time", "time_length", "lo", "hi"),
    *("grain", "modality", "basis", "rule", "attributed", "headline"),
)


def excerpt(sentence: str, trigger: int) -> tuple[int, str]:
    """What is shown of a sentence around its trigger, and the offset in the sentence at which that begins."""
    cut = max(0, min(trigger - _LONGEST // 2, len(sentence) - _LONGEST))
    return cut, sentence[cut : cut + _LONGEST]


def _span(columns: dict[str, list[Any]], name: str, text: str, start: int, end: int) -> None:
    """Appends a span in UTF-16 units; what lies outside the shown text is -1 and 0."""
    inside = 0 <= start < end
    columns[name].append(utf16_length(text[:start]) if inside else -1)
    columns[f"{name}_length"].append(utf16_length(text[start:end]) if inside else 0)


def _claims(con: duckdb.DuckDBPyConnection, position: dict[str, int], documents: _Documents) -> list[list[Any]]:
    """Rows of event, attribute, value, whether it is the chosen one, and the articles as steps from one to the next.

    The event and the first article are steps from those of the row before.
    """
    claims: list[list[Any]] = []
    event, first = 0, 0
    for event_id, attribute, value, document_ids, chosen in each_row(con, _CLAIMS):
        numbers = sorted(documents.number(key) for key in document_ids)
        claims.append(
            [position[event_id] - event, attribute, value, int(chosen), numbers[0] - first, *steps(numbers)[1:]]
        )
        event, first = position[event_id], numbers[0]
    return claims


def _merges(con: duckdb.DuckDBPyConnection, position: dict[str, int]) -> dict[str, Any]:
    """Of each event that pairs of mentions make up: how many, lowest and highest score, the features of the lowest.

    `features` are texts and bits, which the rows number.
    """
    described = rows(con, _MERGES)
    found: list[list[Any]] = []
    features = Strings()
    for row in described:
        event_id, pairs, highest = row.pop("event_id"), row.pop("pairs"), row.pop("highest")
        if event_id in position:
            told = [
                features.number(f"{name}{': ' if level else ''}{level}\n{bits:.1f}")
                for name, level, bits in compared(row)["features"]
                if bits
            ]
            found.append([position[event_id], pairs, round(row["score"], 1), round(highest, 1), *told])
    return {"features": features.values, "rows": sorted(found)}
