"""Paragraphs of news that look back, and dates that are told twice."""

from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes

PUBLISHED = date(2019, 4, 10)
CASES = [
    ("In 1886 the guild rose, and on 24 May it took the mint.", "24 May", "1886-05-24"),
    ("In 1886 the guild was poor. On 24 May it took the mint. On 29 May it fled.", "29 May", "1886-05-29"),
    ("In 1886 the guild rose, and at Easter it took the mint.", "Easter", "1886-04-25"),
    ("In 1886 the guild rose.\n\nOn 24 March it took the mint.", "24 March", "2019-03-24"),
    ("In 1886 the guild rose. It will meet on 24 May.", "24 May", "2019-05-24"),
    ("In 1886 the guild rose. Last week it fell, and on 24 March it left.", "24 March", "2019-03-24"),
    ("In 2014 she was jailed. On 24 March she was freed.", "24 March", "2019-03-24"),
    ("The guild, set up in 1886, closed on 24 March.", "24 March", "2019-03-24"),
    ("In 2018 he won, and on 24 March he resigned.", "24 March", "2019-03-24"),
    ("It began in 1874. A decade later, in 1884, it ended.", "A decade later", "1884"),
    ("It began in 1874; ten years later, on 4 May 1884, it ended.", "ten years later", "1884"),
    ("It began in May 1884. Two months later, in July 1884, it ended.", "Two months later", "1884-07"),
    ("It began on 4 May 1884. Two days later, in 1885, it said so.", "Two days later", "1884-05-06"),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_news_that_looks_back_keeps_to_the_year_it_tells(text: str, words: str, value: str) -> None:
    found = find_timexes(text, published=PUBLISHED, settings=DateSettings(language="en", mode="news"))
    assert [timex.value for timex in found if timex.text == words] == [value]
