"""Days of a trigger in brackets, on Tuesday 12 March 2024, that the sentence behind tells by pointing back to it."""

from datetime import date

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

TOLD = [
    ("Farmers held a [protest] in Leeds. It took place on Saturday.", "2024-03-09", "2024-03-09"),
    ("The two will hold a [summit]. It starts on Friday.", "2024-03-15", "2024-03-15"),
    ("Nurses are to hold a [strike]. It is due to begin on 2 April.", "2024-04-02", "2024-04-02"),
    ("The party will hold a [leadership election]. Voting will take place on 2 April.", "2024-04-02", "2024-04-02"),
    ("The mayor wrote an [open letter] to the dean. It was published on Monday.", "2024-03-11", "2024-03-11"),
    ("The bishop has [resigned]. She announced her decision in York on Monday.", "2024-03-11", "2024-03-11"),
    (
        "The bank was [fined] by the watchdog. In a decision published on Monday, it said why.",
        "2024-03-11",
        "2024-03-11",
    ),
    ("The bishop is to [retire]. She will leave on 5 May.", "2024-05-05", "2024-05-05"),
    ("The bishop has [resigned]. She will leave on 5 May.", None, "2024-03-12"),
    ("Farmers held a [protest] in Leeds. It was held after a vote on Monday.", None, "2024-03-12"),
    ("The two will hold a [summit]. It was agreed on Monday.", "2024-03-12", None),
]


@pytest.mark.parametrize(("marked", "earliest", "latest"), TOLD)
def test_the_sentence_behind(marked: str, earliest: str | None, latest: str | None) -> None:
    start = marked.index("[")
    mentions = annotate(article(marked.replace("[", "").replace("]", "")), default_lexicon()).mentions
    (found,) = [mention for mention in mentions if mention.start == start]
    days = tuple(date.fromisoformat(day) if day else None for day in (earliest, latest))
    assert (found.earliest, found.latest) == days
