"""The body that an article is about, by its name or by what it is: "the university"."""

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

OPENED = "A lecturer at the University of Marle has won her case. "
CALLED = [
    (
        OPENED + "The university and its union differ. The university said no more. Ann Orme resigned.",
        "University of Marle",
    ),
    (
        "A teacher has won her case. She lost her post in May. It took long. She had worked for the Beacon Trust. "
        "The trust said no more. The trust will not appeal. Ann Orme resigned.",
        "Beacon Trust",
    ),
    (
        "The Beacon Trust and the Harbour Trust met. The trust spoke. The trust will not pay. Ann Orme resigned.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "body"), CALLED)
def test_who_resigns_leaves_the_body_that_an_article_is_about(text: str, body: str | None) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    (found,) = [mention for mention in mentions if mention.event_type == "resignation"]
    assert [role.name for role in found.roles if role.role == "body"] == ([body] if body else [])


def test_a_body_is_pointed_back_to_by_the_kind_that_opens_its_name() -> None:
    text = "The Ministry of Fish stayed silent. Growers sent a petition to the ministry on Friday."
    mentions = annotate(article(text), default_lexicon()).mentions
    (found,) = [mention for mention in mentions if mention.event_type == "petition"]
    assert "Ministry of Fish" in [role.name for role in found.roles if role.role == "target"]
