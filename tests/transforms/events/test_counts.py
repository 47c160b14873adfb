"""Numbers told of an event, as a table."""

import pytest

from benchmarks.undated import article
from transforms.annotate import annotate
from transforms.events.counts import counts_in
from transforms.events.lexicon import default_lexicon
from transforms.events.tagging import Line
from transforms.records import Outcome

TOLD: list[tuple[str, str, Outcome | None, dict[str, int]]] = [
    ("The bill passed in a 214-209 vote.", "vote", "passed", {"for": 214, "against": 209}),
    ("It was rejected by 311 votes to 224.", "motion", "rejected", {"against": 311, "for": 224}),
    ("Peers voted by 233 to 207 to amend it.", "vote", None, {"for": 233, "against": 207}),
    ("The judges ruled by a six to three majority.", "ruling", None, {"for": 6, "against": 3}),
    (
        "Some 71 members were in favour, 238 were against and 42 abstained.",
        "motion",
        None,
        {"for": 71, "against": 238, "abstained": 42},
    ),
    ("More than 100 party members have signed an open letter.", "letter", None, {"signatories": 100}),
    ("Some 400 former pupils have signed an open letter.", "letter", None, {"signatories": 400}),
    ("She was one of sixty-seven peers who put their names to it.", "advert", None, {"signatories": 67}),
    ("She is one of the 67 peers who signed it.", "letter", None, {"signatories": 67}),
    ("The petition drew 12,500 signatures.", "petition", None, {"signatories": 12500}),
    ("About 300 people attended the meeting.", "meeting", None, {"attendance": 300}),
    ("A crowd of 4,000 teachers marched through the town.", "protest", None, {"attendance": 4000}),
    ("Two thousand workers joined the strike.", "protest", None, {"attendance": 2000}),
    ("The union representing its 40,000 workers went on strike.", "protest", None, {}),
    ("A union of 17,000 drivers called the strike.", "protest", None, {}),
    ("Five other barristers resigned.", "resignation", None, {"people": 5}),
    ("Six more barristers may resign.", "resignation", None, {"people": 6}),
    ("The bank named five new directors.", "appointment", None, {"people": 5}),
    ("She won 141 of the 260 votes.", "motion", None, {"votes": 260}),
    ("Mr Hale, who moved the motion, said the party had lost its way.", "motion", None, {}),
    ("The motion was lost on Friday.", "motion", "rejected", {}),
    ("The motion was not lost.", "motion", "passed", {}),
    ("It went ahead with 19 of its 30 members opposing it.", "vote", None, {"against": 19}),
    ("Nine of the Council's 15 members voted for the draft.", "vote", None, {"for": 9}),
    ("He held the seat by 270 votes to 219.", "election", None, {"votes": 219}),
    ("Fifty senators voted to unseat the speaker while 52 sided with him.", "vote", None, {"for": 50, "against": 52}),
    ("Forty members voted to reject the bill.", "bill", None, {"against": 40}),
    ("Walkers handed in a 7,150-name petition.", "petition", None, {"signatories": 7150}),
    ("A 12,000-signature petition was handed in.", "petition", None, {"signatories": 12000}),
    ("A dozen councillors signed the letter.", "letter", None, {"signatories": 12}),
    ("A dozen councillors resigned.", "resignation", None, {"people": 12}),
    ("In an open letter, 31 Green members said that the plan was wrong.", "letter", None, {"signatories": 31}),
    ("The plan is wrong, 31 Green members said in an open letter.", "letter", None, {"signatories": 31}),
    ("Forty bishops have written to the minister.", "letter", None, {"signatories": 40}),
    ("In an open letter, 22 mayors from the coast said that the plan would fail.", "letter", None, {"signatories": 22}),
    ("A letter from 54 senators urged him to act.", "letter", None, {"signatories": 54}),
    ("The page was paid for by 40 doctors.", "advert", None, {"signatories": 40}),
    ("Nearly 9,000 people have backed the petition.", "petition", None, {"signatories": 9000}),
    ("More than 1.2 million people have signed it.", "petition", None, {"signatories": 1_200_000}),
    ("The walkout by about 8,000 dockers closed the port.", "protest", None, {"attendance": 8000}),
    ("Police put the crowd at the rally at 40,000.", "protest", None, {"attendance": 40000}),
    ("A turnout of 3.5 million was claimed for the march.", "protest", None, {"attendance": 3_500_000}),
    ("It was adopted with 141 votes in favour and five against.", "motion", None, {"for": 141, "against": 5}),
    (
        "In an open letter, 22 mayors from the coast, a Green region, urged her to go.",
        "letter",
        None,
        {"signatories": 22},
    ),
    ("The group wants to remove 13 of the 16 directors.", "expulsion", None, {"people": 13}),
    ("She won with 5,210 votes to his 4,800.", "vote", None, {"for": 5210, "against": 4800}),
    ("He was elected with 312 valid votes.", "election", None, {"votes": 312}),
]
NOT_TOLD = [
    ("The cabinet fell in a vote called by three opposition parties.", "motion"),
    ("Police issued warrants after arresting four men, 50 others against bail.", "ruling"),
    ("The party missed the 60 votes needed.", "vote"),
    ("Awards were paid to 1,914 executives before the meeting.", "meeting"),
    ("The talks cover 132 fighter aircraft.", "meeting"),
    ("About 40,000 passengers were stranded by the strike.", "protest"),
    ("The three month old strike is over.", "protest"),
    ("Pay accords with 21 companies ended the strike.", "protest"),
    ("Members rejected it by a two to one margin.", "vote"),
    ("The protests followed arrests of about 80 dockers who were blocking a quay.", "protest"),
    ("Police arrested 30 people at the protest.", "protest"),
    ("Some 30 protesters were arrested at the march.", "protest"),
    ("In an open letter to 31 members, he said that the plan was wrong.", "letter"),
    ("The letter was sent after 40 members said that they would leave.", "letter"),
    ("The 30-name limit on the list was dropped.", "vote"),
    ("The vote came after 12 years.", "vote"),
    ("The bill would cost $450 if passed by 2025.", "bill"),
    ("In 2001 members voted for change.", "vote"),
    ("Shares rose 5 pct before the meeting.", "meeting"),
    ("The score was 2-1 at half time.", "motion"),
    ("The talks began after a decision of 26 of its 36 members.", "meeting"),
    ("Delegates from 45 countries attended the conference.", "meeting"),
    ("The amendment was defeated by 14 votes.", "amendment"),
    ("The motion fell nine votes short.", "motion"),
    ("The cabinet survived two no-confidence votes.", "motion"),
    ("The chamber will hold three votes on it.", "vote"),
    ("The walkout by dockers lasted 1.5 hours.", "protest"),
    ("A letter from the minister reached 54 senators.", "letter"),
]


@pytest.mark.parametrize(("text", "event_type", "outcome", "wanted"), TOLD)
def test_told(text: str, event_type: str, outcome: Outcome | None, wanted: dict[str, int]) -> None:
    found = counts_in(Line(text, 0, len(text)), event_type, outcome)
    assert {count.counted: count.n for count in found} == wanted
    assert all(text[count.start : count.end] for count in found)


@pytest.mark.parametrize(("text", "event_type"), NOT_TOLD)
def test_not_told(text: str, event_type: str) -> None:
    assert counts_in(Line(text, 0, len(text)), event_type, None) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The meeting on Tuesday 12 March drew people who protested.", {}),
        (
            "A bill to ban hunts was approved by MPs by 356 to 166 in March and is due to go before the Lords in May.",
            {"bill": [(356, "for"), (166, "against")]},
        ),
        ("The strike on Tuesday 12 March was joined by 300 workers.", {"protest": [(300, "people")]}),
        ("He was among 500 workers sacked by Hale Corp after a strike.", {"expulsion": [(500, "people")]}),
        (
            "A strike by 9,000 miners and a march of 300 students began.",
            {"protest": [(9000, "people"), (300, "attendance")]},
        ),
        ("Tom Hale resigned on Monday and was replaced by four members.", {}),
        ("The sale was approved by a committee of three directors.", {}),
        (
            "The peers voted by 229 to 206 to say in law that judges must also be peers.",
            {"vote": [(229, "for"), (206, "against")]},
        ),
        ("Five men were charged after protesters blocked the gates.", {}),
        ("A driver who was fired last week wounded two men.", {}),
        ("Five more barristers are now said by friends to be ready to resign.", {"resignation": [(5, "people")]}),
        (
            "The bill passed by 217 votes to 215 in the vote, with just one Republican opposed.",
            {"vote": [(217, "for"), (215, "against")]},
        ),
    ],
)
def test_which_happening_a_number_is_told_of(text: str, wanted: dict[str, list[tuple[int, str]]]) -> None:
    found = annotate(article("d", text, "2025-03-20"), default_lexicon()).mentions
    told: dict[str, list[tuple[int, str]]] = {}
    for mention in found:
        told.setdefault(mention.event_type, []).extend((count.n, count.counted) for count in mention.counts)
    assert all(not mention.counts for mention in found if mention.outcome == "pending")
    assert {kind: counts for kind, counts in told.items() if counts} == wanted
