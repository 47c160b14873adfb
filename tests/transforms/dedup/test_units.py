"""What counts as a word when texts are compared."""

import duckdb
import pytest

from transforms.dedup.sql import sql


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor's plan, again: 12 of 35!", ["the", "mayor", "plan", "again", "12", "of", "35"]),
        ("Café «Élan»—well-known\nin Łódź", ["café", "élan", "well", "known", "in", "łódź"]),
        ("市議会 voted", ["市議会", "voted"]),
        ("a b c 7 ... \t", []),
        ("", []),
    ],
)
def test_words_are_two_or_more_letters_or_digits_of_any_script(text, words):
    con = duckdb.connect()
    con.execute(con.extract_statements(sql("units.sql"))[0])
    assert con.execute("SELECT words_of($text)", {"text": text}).fetchall() == [(words,)]
