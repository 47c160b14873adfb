"""What became of a decision, as a table of sentences: one voter decides nothing, those who decide do."""

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

TOLD = [
    ("Ann Field voted against the amendment on Monday.", "amendment", None),
    ("Mr Hale backed the motion.", "motion", None),
    ("The motion, backed by Mr Hale, was carried.", "motion", "passed"),
    ("Ann Field voted for the motion, which fell by two votes.", "motion", "rejected"),
    ("The Green Party voted against the bill on Monday.", "vote", None),
    ("Peers voted against the amendment on Monday.", "amendment", "rejected"),
    ("Union leaders backed the motion.", "motion", "passed"),
    ("The Mole Valley council voted against the motion on Monday.", "motion", "rejected"),
    ("Ann Field voted for a bill to curb fares on Monday.", "bill", None),
    ("The tribunal found she had been unfairly dismissed.", "ruling", "passed"),
    ("Ann Field said she would be voting against Mr Hale in a confidence motion.", "motion", "pending"),
    ("The censure motion has been proposed by the Orchard Party.", "motion", "pending"),
    ("The ministry sent to parliament a bill to curb fares.", "bill", "pending"),
    ("Ann Field backs a trade bill now before parliament.", "bill", "pending"),
    ("The harbour act was signed into law last year.", "bill", "passed"),
    ("The board of Vale Corp voted a two-for-one stock split on Monday.", "vote", "passed"),
    ("The local union narrowly rejected a contract agreement on Monday.", "vote", "rejected"),
    ("The trade bill died in committee on Monday.", "bill", "rejected"),
    ("An attempt to censure the minister was defeated by 312 votes to 229.", "motion", "rejected"),
    ("A bid by the party to impeach the president was thrown out.", "motion", "rejected"),
    ("Members of the union voted no confidence in the vice-chancellor on Tuesday.", "motion", "passed"),
    ("The motion lapsed for want of a seconder.", "motion", "rejected"),
    ("The amendment was ruled out of order by the speaker.", "amendment", "rejected"),
    ("The trade bill dies unless both houses back it.", "bill", None),
    ("Ann Field filed a motion to honour Mr Hale, who has since died.", "motion", "pending"),
    ("The senate failed to settle one point of the trade bill on Monday.", "bill", None),
    ("The motion did not get the two-thirds majority it needed.", "motion", "rejected"),
    ("Delegates refused to back a motion calling for a strike.", "motion", "rejected"),
    ("Mr Hale refused to back the motion.", "motion", None),
    ("The motion won the backing of delegates.", "motion", "passed"),
    ("Only 12 members supported the motion, with 40 against.", "motion", "rejected"),
    ("The motion has been referred to a committee.", "motion", "pending"),
    ("The budget was approved, with the Greens voting against.", "vote", "passed"),
    ("Members are voting on the deal.", "vote", "pending"),
    ("She spoke after the failure of a motion to remove the dean.", "motion", "rejected"),
    ("The rejection of the bill by the lower house was a blow to the minister.", "bill", "rejected"),
    ("After the adoption of the resolution by the synod, the bishop spoke.", "motion", "passed"),
    ("The motion's defeat came as a surprise.", "motion", "rejected"),
    ("The withdrawal of the motion surprised members.", "motion", "withdrawn"),
    ("Mr Hale urged the withdrawal of the motion.", "motion", None),
    ("The committee struck two clauses from the trade bill, which was passed on Monday.", "bill", "passed"),
]


@pytest.mark.parametrize(("text", "event_type", "outcome"), TOLD, ids=[text for text, _, _ in TOLD])
def test_outcomes(text: str, event_type: str, outcome: str | None) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    assert [mention.outcome for mention in mentions if mention.event_type == event_type] == [outcome]


def test_a_sentence_further_on_tells_that_nothing_comes_of_a_motion() -> None:
    text = "Members tabled a motion to censure Ada Quill. She has been told no action will be taken."
    mentions = annotate(article(text), default_lexicon()).mentions
    assert [mention.outcome for mention in mentions if mention.event_type == "motion"][-1] == "withdrawn"
