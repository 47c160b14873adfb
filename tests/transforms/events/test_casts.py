"""Who takes part in a happening, once several sentences have told it."""

from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon
from transforms.events.summary import summarise

TEXT = """Hale Corp said its shareholders approved the merger at a special meeting on Friday.

The merger was approved by 90 percent of the shareholders.
"""


def test_who_is_told_in_more_words_is_told_once() -> None:
    document = article(TEXT)
    told = summarise(annotate(document, default_lexicon()).mentions, document.published)
    bodies = [[role.name for role in one.roles if role.role == "body"] for one in told if one.event_type == "vote"]
    assert bodies == [["Hale Corp's shareholders"]]


def test_a_noun_in_a_headline_in_capitals_is_no_name() -> None:
    document = article("COURT REJECTS HALE CORP APPEAL\n\nThe High Court rejected an appeal by Hale Corp on Friday.\n")
    told = summarise(annotate(document, default_lexicon()).mentions, document.published)
    assert {role.name for one in told for role in one.roles if role.role == "body"} == {"High Court"}
