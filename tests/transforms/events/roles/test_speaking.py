"""Who speaks at a gathering or in a text, by the sentence that it opens: as a table."""

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

SPOKEN = [
    ("At a meeting of transport ministers, Belgium called for a full debate.", "Belgium"),
    ("At a news conference last week Helen Marsh warned that the fund was empty.", "Helen Marsh"),
    ("Helen Marsh runs the fund. At a news conference on Monday she warned that it was empty.", "Helen Marsh"),
    ("In a letter to Jo Vale's chairman Tom Orme included in the papers, Helen Marsh said no.", "Helen Marsh"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN, ids=[text for text, _ in SPOKEN])
def test_speakers(text: str, speaker: str) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    told = {role.name for mention in mentions for role in mention.roles if role.role == "actor"}
    assert speaker in told


def test_a_country_that_speaks_is_no_place() -> None:
    mentions = annotate(
        article("At a meeting of ministers in Hull, Belgium called for a debate."), default_lexicon()
    ).mentions
    assert {role.name for mention in mentions for role in mention.roles if role.role == "venue"} == {"Hull"}
