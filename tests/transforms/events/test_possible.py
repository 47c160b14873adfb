"""Which readings of a trigger the words of its sentence leave possible."""

import pytest

from transforms.events.lexicon import default_lexicon
from transforms.events.tagging import Line
from transforms.events.triggers import Lines, _done_to_its_own, _in_company, _kept, _possible, lowered
from transforms.text import sentences

TEXTS = (
    "The report said that prices rose. They don't vote on it, but the members approved the budget by 31 votes to 12.",
    "Members of the council met. They approved it. The Orchard Party won the seat in 1983; İzmir's didn't.",
    "A study by the agency, which the ministry released, found that nobody can't meet.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_words_of_a_sentence_rule_out_its_places_rule_out_too(text: str) -> None:
    lines = Lines(text, lowered(text), sentences(text))
    for number in range(len(sentences(text))):
        line = lines[number]
        assert lines.vocabulary(number) == line.vocabulary
        for readings in default_lexicon().surfaces.values():
            for entry, part, _ in readings:
                for at in range(len(line)):
                    kept = _kept(entry, line, at, at) and _in_company(entry, lines, number, at)
                    if kept and _done_to_its_own(entry, part, line, at, at):
                        assert _possible(entry, lines.vocabulary(number), number)


def test_the_words_of_a_sentence_are_those_of_its_line() -> None:
    text = "Don't say they'd won't 3.5% U.S.-led talks, \"aren't\" it?"
    wired = "Hale Inc <HAL.O> and <Vale Inc> said so."
    assert Lines(wired, lowered(wired), sentences(wired)).vocabulary(0) == Line(wired, 0, len(wired)).vocabulary
    assert Lines(text, lowered(text), sentences(text)).vocabulary(0) == Line(text, 0, len(text)).vocabulary
