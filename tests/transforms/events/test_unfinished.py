"""What days make of a trigger in brackets, told on Tuesday 12 March 2024: its modality and its days."""

from datetime import date

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

TOLD = [
    ("Orme will be named at a [news conference] later today.", "planned", "2024-03-12", "2024-03-12"),
    ("The owners had invited the union for [talks] later this week.", "planned", "2024-03-12", "2024-03-17"),
    (
        "The treasurer's [testimony] before a senate panel later today could move the market.",
        "planned",
        "2024-03-12",
        "2024-03-12",
    ),
    ("The [motion] was lost tonight by two votes.", "asserted", "2024-03-12", "2024-03-12"),
    ("Police are [investigating] a fire at the mill late on Friday night.", "asserted", None, "2024-03-12"),
    ("Police have been [investigating] the mill since Friday.", "asserted", "2024-03-08", "2024-03-08"),
    (
        "In a [letter] this weekend to the dean, Ms Orme made clear she would stay.",
        "asserted",
        "2024-03-09",
        "2024-03-10",
    ),
    ("At its last [meeting] in December, the cartel agreed to cut output.", "asserted", "2023-12-01", "2023-12-31"),
    ("The [talks] are to resume in Leeds this week.", "planned", "2024-03-12", "2024-03-17"),
    (
        "Mr Hale, who announced his intention to [retire] effective May 1, was named chairman.",
        "planned",
        "2024-05-01",
        "2024-05-01",
    ),
    (
        "Delegates meet on Saturday to decide whether to hold a [ballot] of their members.",
        "possible",
        "2024-03-12",
        None,
    ),
    ("The union has announced two more [strikes].", "planned", "2024-03-12", None),
    ("The union has announced a [strike] on Friday.", "planned", "2024-03-15", "2024-03-15"),
    ("Nurses [walked out] for five days from Friday 8 March.", "asserted", "2024-03-08", "2024-03-12"),
    ("Drivers will [strike] from Monday until Friday.", "planned", "2024-03-18", "2024-03-22"),
    ("Further [strikes] will be held on 1, 2 and 3 April.", "planned", "2024-04-01", "2024-04-03"),
    ("Ministers [met] in Oslo on Friday, Tuesday being a holiday.", "asserted", "2024-03-08", "2024-03-08"),
]


@pytest.mark.parametrize(("marked", "modality", "earliest", "latest"), TOLD)
def test_days_of_a_stance(marked: str, modality: str, earliest: str | None, latest: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    mentions = annotate(article(marked.replace("[", "").replace("]", "")), default_lexicon()).mentions
    (found,) = [mention for mention in mentions if mention.start <= start and end <= mention.end]
    days = [date.fromisoformat(day) if day else None for day in (earliest, latest)]
    assert (found.modality, found.earliest, found.latest) == (modality, *days)
