"""A key that many units have is cut into windows, each with the units of its month and of the one before."""

from collections import defaultdict
from math import log2

import duckdb
import numpy as np

from transforms.dedup.cluster import BLOCKS
from transforms.dedup.sql import run, sql

UNITS = 40
EVERYBODY, FEW = 1, 2
FIRST_DAY = 18_000
TABLES = """
CREATE TABLE units AS
SELECT unit, unit AS document, 'asserted' AS modality, 'vote' AS event_type, 'decision' AS family,
       []::VARCHAR[] AS classes,
       DATE '1970-01-01' + day AS earliest, DATE '1970-01-01' + day AS latest, NULL::DATE AS published
FROM (SELECT unnest(range(len($days)))::INTEGER AS unit, unnest($days)::INTEGER AS day);
CREATE TABLE name_terms AS
SELECT unit, $everybody AS term FROM units UNION ALL SELECT unit, $few FROM units WHERE unit < 3;
CREATE TABLE sentence_terms (unit INTEGER, term INTEGER, weight SMALLINT);
CREATE TABLE document_terms (document INTEGER, term INTEGER, level TINYINT, rank SMALLINT)
"""


def test_keys_and_their_bits():
    days = [FIRST_DAY + int(day) for day in np.random.default_rng(3).integers(0, 300, UNITS)]
    with duckdb.connect() as con:
        run(con, TABLES, days=days, everybody=EVERYBODY, few=FEW)
        run(con, sql("block.sql"), **BLOCKS)
        rows = con.execute("SELECT list_sort(list(unit)), any_value(bits) FROM keys GROUP BY key").fetchall()
    windows = defaultdict(list)
    for unit, day in enumerate(days):
        for side in (0, 1):
            windows[day // BLOCKS["window"] + side].append(unit)
    shared = [[0, 1, 2], *(units for units in windows.values() if len(units) > 1)]
    assert sorted(rows) == sorted((units, round(256 * log2(UNITS / len(units)))) for units in shared)
    assert len({len(units) for units in shared}) > 3
