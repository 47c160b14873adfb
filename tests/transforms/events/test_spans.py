"""Days of what takes several: the trigger in brackets, the article published on Tuesday 12 March 2024."""

from datetime import date

import pytest
from written import events_of, read_marked

SPANS = [
    ("Nurses staged [walkouts] between March 2023 and January 2024.", "2023-03-01", "2024-01-31"),
    ("The [inquiry] heard evidence between 4 March and 7 March.", "2024-03-04", "2024-03-07"),
    ("The [ballot] will open on 27 May and run until 7 July.", "2024-05-27", "2024-07-07"),
    ("The [congress] begins on 16 March and ends on 19 March.", "2024-03-16", "2024-03-19"),
    ("The [talks] will start on Monday and are expected to end on Friday.", "2024-03-18", "2024-03-22"),
    ("The [summit] opens on 18 March and closes on 20 March.", "2024-03-18", "2024-03-20"),
    ("Porters began a two-day [strike] on Friday.", "2024-03-08", "2024-03-09"),
    ("Porters began a week-long [strike] on Monday.", "2024-03-11", "2024-03-12"),
    ("Porters have called a 72-hour [strike] starting on Monday.", "2024-03-18", "2024-03-20"),
    ("The guild opened a three-day [congress] in Leeds on Thursday.", "2024-03-07", "2024-03-09"),
    ("The council [met] on Monday and on Tuesday the mayor left.", "2024-03-11", "2024-03-11"),
    ("The three-day [congress] ended on Friday.", "2024-03-08", "2024-03-08"),
]
LENGTHS = [
    ("The guild opened its congress in Leeds on Saturday. Ms Orme told the two-day congress it was time.", 9, 10),
    ("The council met on Saturday. The two-day meeting was closed to the public.", 9, 9),
    ("The guild opened its congress in Leeds on Saturday. Ms Orme told the congress a two-day rest was due.", 9, 9),
]


@pytest.mark.parametrize(("marked", "earliest", "latest"), SPANS)
def test_a_stretch_of_days_told_in_one_sentence(marked: str, earliest: str, latest: str) -> None:
    mentions, start, end = read_marked(marked)
    (found,) = {
        (mention.earliest, mention.latest) for mention in mentions if mention.start <= start and end <= mention.end
    }
    assert found == (date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(("text", "first", "last"), LENGTHS)
def test_a_length_told_in_another_sentence(text: str, first: int, last: int) -> None:
    (found,) = [event for event in events_of(text)[1] if event.event_type == "meeting"]
    assert (found.earliest, found.latest) == (date(2024, 3, first), date(2024, 3, last))
