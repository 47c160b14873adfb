"""Days of a gathering by the sentence beside: trigger in brackets, the article published on Tuesday 12 March 2024."""

from datetime import date

import pytest
from written import read_marked

UNDATED = None, "2024-03-12"
MONDAY = "2024-03-11", "2024-03-11"
DATED = [
    ("Mayor Ann Orme said on Monday the pier would shut. Orme told a [news conference] it was unsafe.", MONDAY),
    ("The pier will shut, Ann Orme said on Monday. Orme was speaking at a [news conference] in Leeds.", MONDAY),
    ('Ann Orme on Monday opened the pier. "It is safe," Orme said at a [news conference].', MONDAY),
    ("Ann Orme warned the town council on Monday. Speaking at a [news conference], Orme said it was unsafe.", MONDAY),
    ("Ann Orme said on Monday the pier shut on 2 May. Orme told a [news conference] it was unsafe.", MONDAY),
    ("Ann Orme told a [news conference] it was unsafe. Orme also said on Monday that it would shut.", MONDAY),
    ("Tom Ridley shut the pier on Monday. He told a [press conference] it was unsafe.", MONDAY),
    ("The pier shut on Monday. Ms Orme told a [news conference] it would open again.", UNDATED),
    ("The mayor met Ms Orme on Monday. Ms Orme told a [news conference] it would open again.", UNDATED),
    ("On Monday Ms Orme called for aid. She proposed that creditors should take part in [talks].", UNDATED),
]
CARRIED_ON = [
    ("Farmers drove 90 tractors through the town on Monday. The [demonstration] was led by Ann Orme.", MONDAY),
    ("Farmers said on Monday the town was calm. The [demonstration] was led by Ann Orme.", UNDATED),
    ("The council voted on Monday to sell the pier. The [demonstration] was led by Ann Orme.", UNDATED),
    ("Farmers drove 90 tractors through the town on Monday. About 60 people took part in the [demonstration].", MONDAY),
    ("Thousands joined a rally in Leeds on Monday. A [petition] was delivered to the mayor during the rally.", MONDAY),
    ("The council met on Monday. At the meeting, councillors [sacked] the clerk.", MONDAY),
    ("The council met on Monday. At the meeting she said the clerk had been [sacked].", UNDATED),
    ("The council met on Monday. The clerk, who chaired the meeting, has [resigned].", UNDATED),
    ("Porters signed a deal on Monday. The [national strike] had been tailing off since March 2.", UNDATED),
    ("The board shut its pier on Monday. It also [sacked] its clerk.", MONDAY),
    ("The board shut its pier on Monday. It has [sacked] its clerk.", UNDATED),
    (
        "Three members have [defected] to the Greens. Ann Hart and Una Lee announced their decision on Monday.",
        MONDAY,
    ),
]
PUT = [
    (
        "The plan is subject to [shareholder approval]. The annual meeting of the firm is on 14 May.",
        14,
    ),
    ("The council meets on 14 May. Ms Orme will bring a [motion] to sell the pier.", 14),
    ("The council meets on 14 May. Ms Orme wants to bring a [motion] to sell the pier.", None),
]


def _days(marked: str) -> tuple[date | None, date | None]:
    mentions, start, end = read_marked(marked)
    (found,) = {
        (mention.earliest, mention.latest) for mention in mentions if mention.start <= start and end <= mention.end
    }
    return found


@pytest.mark.parametrize(("marked", "days"), CARRIED_ON)
def test_what_a_sentence_goes_on_with(marked: str, days: tuple[str | None, str | None]) -> None:
    assert _days(marked) == tuple(date.fromisoformat(day) if day else None for day in days)


@pytest.mark.parametrize(("marked", "days"), DATED)
def test_where_somebody_speaks(marked: str, days: tuple[str | None, str | None]) -> None:
    assert _days(marked) == tuple(date.fromisoformat(day) if day else None for day in days)


@pytest.mark.parametrize(("marked", "day"), PUT)
def test_what_is_to_be_put_to_a_gathering(marked: str, day: int | None) -> None:
    expected = (date(2024, 5, day), date(2024, 5, day)) if day else (date(2024, 3, 12), None)
    assert _days(marked) == expected
