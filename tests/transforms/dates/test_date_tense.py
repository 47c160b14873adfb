"""Which verbs govern a date."""

from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes
from transforms.dates.tense import direction

CASES = [
    ("He will succeed Mr. A. B. Crane ", " after the vote.", "future"),
    ("The deal, reached with Corp. lawyers, was signed ", ".", "past"),
    ("It will rise. He resigned ", ".", "past"),
    ("He resigned. It will be held ", ".", "future"),
    ("He resigned. It will be held on ", ".", "only future"),
    ("She will leave her post in ", ".", "only future"),
    ("It had been due to expire ", ".", "past"),
    ("It has been due to expire ", ".", "future"),
    ("It has grown since ", ".", "only past"),
    ("", " is the day.", "nearest"),
    ("He resigned on ", ".", "only past"),
    ("The hall was closed on ", ".", "only past"),
    ("The vote was called on ", ".", "past"),
    ("He paid for shares held on ", ".", "past"),
    ("It will close its last shop on ", ".", "only future"),
    ("He has been in office since last year, and on ", ".", "past"),
    ("Sales fell in ", ".", "only past"),
    ("He left his job in ", ".", "only past"),
    ("A man was found dead on ", ".", "only past"),
    ("The board announced its merger in ", ".", "past"),
    ("Shares issued in ", " rose.", "past"),
    ("The seat fell vacant after Mr Hale died in ", ".", "only past"),
    ("Ms Orme stepped down in ", ".", "only past"),
    ("The decision was taken in ", ".", "only past"),
    ("The fund was set up in ", ".", "only past"),
    ("The bill was passed by the assembly in ", ".", "only past"),
    ("The bill was expected by the assembly in ", ".", "future"),
    ("They left.He will go on ", ".They left", "only future"),
    ("It will rise.He resigned ", ".", "past"),
    ("The vote was set in ", ".", "past"),
]


@pytest.mark.parametrize(("left", "right", "way"), CASES)
def test_verbs_of_the_same_sentence_decide(left: str, right: str, way: str) -> None:
    text = f"{left}1 May{right}".encode()
    assert direction(text, len(left), len(left) + 5) == way


WEEKDAYS = [
    ("The deadline for nominations is Friday.", "2019-04-12"),
    ("The result should be known by Friday.", "2019-04-12"),
    ("The dam could give way by Friday.", "2019-04-12"),
    ("The dam will stay closed until at least Friday.", "2019-04-12"),
    ("The dam may open as early as Friday.", "2019-04-12"),
    ("The union said that talks would go on into Friday.", "2019-04-12"),
    ("The union said that it would not meet on Friday.", "2019-04-12"),
    ("The union would have met on Friday, it said.", "2019-04-05"),
    ("The dam had given way by Friday.", "2019-04-05"),
    ("Teachers begin a three-day strike on Monday.", "2019-04-15"),
    ("Ahead of Friday's vote, both sides spoke.", "2019-04-12"),
    ("Up to a foot more was expected through Friday.", "2019-04-12"),
    ("The leader, who steps down on Friday, spoke.", "2019-04-12"),
    ("The leader, who was ill on Friday, spoke.", "2019-04-05"),
    ("In a televised address on Friday, she will speak.", "2019-04-12"),
    ("In a televised address on Friday, she spoke.", "2019-04-05"),
    ("The fair runs until Friday.", "2019-04-12"),
    ("The bill goes to the upper house on Friday.", "2019-04-12"),
    ("Friday's vote was close.", "2019-04-05"),
    ("The statement on Friday said so.", "2019-04-05"),
    ("The company, which spoke on Friday, will close.", "2019-04-05"),
]


@pytest.mark.parametrize(("text", "value"), WEEKDAYS)
def test_verbs_tell_which_week_a_weekday_is_of(text: str, value: str) -> None:
    found = find_timexes(text, published=date(2019, 4, 10), settings=DateSettings(language="en", mode="news"))
    assert [timex.value for timex in found if timex.rule == "weekday"] == [value]


FEASTS = [
    ("The shop was robbed at [Easter].", date(2019, 4, 10), "2018-04-01"),
    ("The firm shut at [Easter], and it will be sold.", date(2019, 4, 10), "2019-04-21"),
    ("They will meet over [Christmas].", date(2019, 2, 10), "2019-12-25"),
    ("She gave birth on [Christmas Day].", date(2019, 11, 1), "2018-12-25"),
    ("Rain will clear by [the weekend].", date(2019, 4, 8), "2019-W15-WE"),
    ("Rain could clear by [the weekend].", date(2019, 4, 8), "2019-W15-WE"),
    ("Rain cleared over [the weekend].", date(2019, 4, 11), "2019-W14-WE"),
    ("They met [this weekend].", date(2019, 4, 8), "2019-W14-WE"),
    ("They met [this weekend].", date(2019, 4, 13), "2019-W15-WE"),
    ("They will meet [this weekend].", date(2019, 4, 8), "2019-W15-WE"),
]


@pytest.mark.parametrize(("marked", "published", "value"), FEASTS)
def test_verbs_tell_which_feast_or_weekend_is_meant(marked: str, published: date, value: str) -> None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    found = find_timexes(text, published=published, settings=DateSettings(language="en", mode="news"))
    assert [timex.value for timex in found if timex.start == start] == [value]
