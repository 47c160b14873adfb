"""Which mentions of a text are one happening: as a table of texts, and how many happenings of a type each tells."""

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

TOLD = [
    # one thing told twice
    ("Dockers walked out on Monday. The strike hit six ports.", "protest", 1),
    ("Crowds marched through Hull. The demonstration ended at noon.", "protest", 1),
    ("The council voted by 31 to 12 for the levy. The result was cheered.", "vote", 1),
    ("A petition against the levy has 4,000 names. It was handed to the mayor last week.", "petition", 1),
    ("The board voted to sell the pier. Two members abstained. The decision was welcomed.", "vote", 1),
    # a bill and the votes that carried it
    (
        "Mr Hale faced a vote of no confidence on Monday. Growers cheered. The motion was lost by 24 votes to 17.",
        "vote",
        0,
    ),
    ("A farm bill was passed by the assembly in May by 58 votes to 51.", "bill", 0),
    ("Deputies passed a farm bill on Friday. The 58-51 vote was a surprise.", "vote", 1),
    ("The bill was passed last week. On Monday peers voted by 120 to 98 to keep the tax.", "bill", 1),
    (
        "Farm bill passed by one vote\n\nDeputies passed a farm bill on Friday. It went through by 58 votes to 57.",
        "vote",
        1,
    ),
    # what is over, and what is ahead
    ("Ms Orme stepped aside last week, and she will retire at Easter.", "resignation", 2),
    # things of different kinds
    ("Hundreds demonstrated outside the town hall. They were joined by clerks who had gone on strike.", "protest", 2),
    ("She spoke at a press conference in Hull. The party has been in talks with the union.", "meeting", 2),
    ("Mr Hale told a news conference after a meeting of bishops in Hull that the school would close.", "meeting", 2),
    ("Ada Quill spoke at a news conference in Hull. Growers threw eggs at the meeting in Thorne.", "meeting", 2),
    ("The firm held a press conference on Monday. The briefing lasted an hour.", "meeting", 1),
    ("A meeting of growers on the fringe of a summit in Hull failed on Monday.", "meeting", 2),
    ("The growers held a meeting on Monday as a conference of their own.", "meeting", 1),
    # what goes on, and what is new and still to come
    ("Protests have shut the mines. Builders will start a strike next week.", "protest", 2),
    ("Tom Hale told a mass meeting to wait. The court sits again on 7 May.", "meeting", 2),
    ("Unions called a strike at the mines. It will start next week.", "protest", 1),
    # one day of both, which the one is only told to come before
    ("Ms Orme might be forced out of office before 30 October, when she is to step down.", "resignation", 2),
    # where what a sentence tells stands
    (
        "The court ruled against Thorne Mills. In a judgment on Monday, Judge Orme said it had misled buyers.",
        "ruling",
        1,
    ),
    # one that its phrase names by other days, or as the one before
    ("The council held a rally in Hull on Monday. Last year's rally drew more.", "protest", 2),
    ("The council held a rally in Hull on Monday. The 2019 rally was noisy.", "protest", 2),
    ("The council held a rally in Hull on Monday. The previous rally was noisy.", "protest", 2),
    ("The council held a rally in Hull on Monday. Monday's rally was noisy.", "protest", 1),
    # what was done on other days, by others or before
    ("Members voted by 90 to 40 on Monday to sell the pier. Members voted last year to keep it.", "vote", 2),
    ("Tom Hale resigned as treasurer on Monday. Two other officers have resigned.", "resignation", 2),
    ("The High Court ruled on Monday against the fee. A judge had earlier ruled for the council.", "ruling", 2),
    # what the next sentence takes up
    ("Ann Orme won the Hull election on Monday. The election drew complaints.", "election", 1),
    ("The council held a rally in Hull on Monday. Tom Hale left before the rally.", "protest", 1),
    # one more of its kind
    ("Tom Hale called for a second inquiry into the fire. The inquiry by Ms Orme found no fault.", "inquiry", 2),
    ("An inquiry into the fire found no fault. Mr Hale said there must be another inquiry.", "inquiry", 2),
    ("Clerks called for another inquiry into the fire. They said that a second inquiry was needed.", "inquiry", 1),
    # a ruling and what another court does with it
    ("The tribunal ruled in May that the fee was unlawful. The High Court overturned that ruling.", "ruling", 2),
    ("On Monday the verdict was upheld by the Court of Appeal.", "ruling", 2),
    ("The High Court overturned the tribunal's ruling on Monday.", "ruling", 2),
    ("The ruling was welcomed by the dean on Monday.", "ruling", 1),
    # what has been, and its next round or stage
    ("Clerks walked out in 1986. Teachers could walk out next term.", "protest", 2),
    ("The bill was passed on Monday. The bill will now go to the Lords.", "bill", 2),
    ("Hale lost the 2001 general election. A by-election could be called.", "election", 2),
    ("Voters go to the polls on Thursday. Mr Orme held the seat at the last general election.", "election", 2),
    ("The House passed the farm bill last year. The Senate is expected to approve the bill this week.", "bill", 2),
    ("The House passed the farm bill. The Senate passed the farm bill too.", "bill", 2),
    ("The growers say they will demonstrate over quotas. Dairy farmers have held noisy rallies.", "protest", 2),
    ("The envoys met for an hour. One of them is scheduled to meet the mayor of Hull.", "meeting", 2),
    # what was planned for a day, and what was done on it
    (
        "Members passed an emergency motion against Tom Hale today. Critics had said they would table a censure motion "
        "against Tom Hale this evening.",
        "motion",
        1,
    ),
    (
        "Members passed an emergency motion against Tom Hale today. Critics said they would table a censure motion "
        "against Ada Orme this evening.",
        "motion",
        2,
    ),
    (
        "Members passed an emergency motion against Tom Hale today. Critics said they would table another censure "
        "motion against Tom Hale this evening.",
        "motion",
        2,
    ),
    # what a verb decides on or holds is the thing it tells, whatever was told before
    ("Clerks passed a motion on pay in May. On Friday members voted for an amendment on fares.", "motion", 1),
    ("Clerks passed a motion on pay in May. On Friday members voted for an amendment on fares.", "amendment", 1),
    ("Members voted by 40 votes to 12 for an amendment, to a broader motion.", "motion", 0),
    # what one sentence sets beside another thing, or says anew
    ("Mr Hale said there must be another inquiry, a judge-led inquiry.", "inquiry", 1),
    ("There is more hope for the Bern talks after a meeting of growers in Hull on Monday.", "meeting", 2),
    ("Pig farmers held demonstrations on Monday and milk producers blocked roads in protest at quotas.", "protest", 2),
    ("People with placards and union flags marched through Hull on Monday.", "protest", 1),
    ("Mr Hale said the first letter hurt the party and the second letter helped it.", "letter", 2),
    ("On Monday Ada Orme was named chief executive and Tom Hale was named chairman.", "appointment", 2),
    ("The assembly passed a law annulling another law adopted last week.", "bill", 2),
    # courts, and who was suspended from what
    ("The Court of Appeal upheld the ban in May. The Supreme Court ruled that the ban was unlawful.", "ruling", 2),
    (
        "Mr Hale was suspended from parliament last month. The party had withdrawn the whip in May. He called the "
        "suspension unjust.",
        "suspension",
        2,
    ),
    # what was decided, and what is to be
    ("The executive voted 17 to four to back the offer, which will now go to a ballot of members.", "vote", 2),
]


@pytest.mark.parametrize(("text", "event_type", "count"), TOLD, ids=[text for text, _, _ in TOLD])
def test_happenings(text: str, event_type: str, count: int) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    assert len({mention.happening for mention in mentions if mention.event_type == event_type}) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ministers of the isles opened talks in Bern on Monday. The Bern talks were marred by a row over fish.", 2),
        ("Ministers of the isles met in Vienna on Monday. The conference was marred by a row over fish.", 2),
        ("Ministers of the isles met in Vienna on Monday. Hotels were full.", 1),
    ],
)
def test_a_gathering_told_again_is_the_same_one(text: str, told: int) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    meetings = [mention for mention in mentions if mention.event_type == "meeting"]
    assert len({mention.happening for mention in meetings}) == 1
    assert len({mention.sentence_start for mention in meetings}) == told


def test_what_a_verb_decides_on_tells_what_it_is_part_of() -> None:
    text = (
        "Mr Hale faces a motion of no confidence by the harbour union on Monday. The union voted today for an "
        "amendment on fares."
    )
    mentions = annotate(article(text), default_lexicon()).mentions
    told = {(mention.event_type, mention.sentence_start) for mention in mentions}
    assert told == {("motion", 0), ("amendment", text.index("The union"))}
