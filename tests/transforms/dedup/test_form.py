"""How a trigger tells its happening, and what a verb in "-ing" can tell."""

import pytest
from dedup_world import Told, world
from hypothesis import given
from hypothesis import strategies as st

import seeds
from transforms.dedup.form import read_form
from transforms.dedup.units import prepare_units
from transforms.dedup.words import is_doer, trigger_classes, verb_classes

EXAMPLES = seeds.toml("words/trigger_forms.toml")["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_the_form_of_a_trigger(example):
    start = example["text"].index(example["trigger"])
    assert read_form(example["text"], start, start + len(example["trigger"])).form == example["form"]


@given(st.text(max_size=60), st.text(max_size=8), st.text(max_size=60))
def test_any_sentence_has_an_answer(before, trigger, after):
    found = read_form(before + trigger + after, len(before), len(before) + len(trigger))
    assert found.form in {"verb", "known", "noun"}


@pytest.mark.parametrize(
    ("word", "doer"),
    [("shooter", True), ("killers", True), ("gunman", True), ("murder", False), ("offer", False), ("statement", False)],
)
def test_who_does_it_is_no_happening_pointed_back_to(word, doer):
    assert is_doer(word) is doer


@pytest.mark.parametrize("trigger", ["stabbing", "vote", "shot", "blast"])
def test_what_is_no_other_word_as_a_verb_tells_the_same(trigger):
    assert verb_classes(trigger) == trigger_classes(trigger)


def test_a_verb_with_its_object_is_no_noun_of_the_same_letters():
    told = [
        Told(id=name, article="gazette", type=kind, trigger=sentence, happening=None, sentence=sentence)
        for name, kind, sentence in (
            ("noun", None, "They fled the shooting"),
            ("verb", None, "They fled after shooting a gamekeeper"),
            ("typed", "vote", "They fled after shooting a gamekeeper"),
        )
    ]
    con = world(told, {"gazette": "2021-05-10"})
    con.execute(
        """UPDATE mentions SET trigger = 'shooting', start = sentence_start + instr(words, 'shooting') - 1,
                  "end" = sentence_start + instr(words, 'shooting') + 7
           FROM (SELECT mention_id, substring(text, sentence_start + 1, sentence_end - sentence_start) AS words
                 FROM mentions JOIN documents USING (document_id)) s
           WHERE s.mention_id = mentions.mention_id"""
    )
    prepare_units(con)
    found = con.execute("SELECT first_mention, form, classes FROM units ORDER BY ALL").fetchall()
    assert found == [
        ("noun", "known", ["gunfire"]),
        ("typed", None, ["gunfire"]),
        ("verb", "verb", ["shoot"]),
    ]
