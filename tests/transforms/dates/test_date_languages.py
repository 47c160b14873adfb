"""Sentences of the largest news languages, and what must stay unread in them."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from transforms.dates import DateSettings, find_timexes
from transforms.dates.detect import detect
from transforms.dates.languages import codes

PUBLISHED = date(2019, 4, 10)
TABLE = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
CASES = [(code, marked, value) for code, row in TABLE.items() for marked, value in row["cases"]]
COUNTERS = [
    ("de", "Der Mann mit dem Hut will nicht in die Stadt."),
    ("es", "El mar está en calma y la sal también."),
    ("fr", "Il a mis le mot dans la marge et dit la vérité."),
    ("it", "La gente ha visto il mare e la casa di Marta."),
    ("nl", "De man met het mes en de zon op het dak."),
    ("ru", "Мы шли по полю и не видели никого."),
    ("en", "They may march in the sun, we sat and will fall."),
]


def unmark(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(("code", "marked", "value"), CASES)
def test_sentence_is_dated_in_its_own_language(code: str, marked: str, value: str) -> None:
    text, start, end = unmark(marked)
    found = find_timexes(text, published=PUBLISHED, settings=DateSettings(language=code))
    assert [timex.value for timex in found if timex.start < end and timex.end > start] == [value]


@pytest.mark.parametrize("code", codes())
def test_language_of_an_article_is_found(code: str) -> None:
    article = " ".join(unmark(marked)[0] for marked, _ in TABLE[code]["cases"])
    assert detect(article) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "I'll be away until Friday"),
        ("en", "i was there two days ago"),
        ("en", "Let's meet early this evening."),
        ("en", "A bell rang at 10 o'clock."),
        ("en", "forty per month"),
        ("en", "Council met over Easter"),
        ("pl", "Spotkanie w maju 2018"),
        ("nl", "De raad is gisteren gevallen."),
        ("fr", "La digue a cédé la semaine dernière."),
        ("pt", "A ponte abre no dia 7 de maio."),
        ("it", "La legge è in vigore da marzo 2018."),
    ],
)
def test_a_short_text_is_of_the_language_that_reads_its_dates(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "table",
    [
        "Shr 12 cts vs 10 cts Net 4,512,000 vs 3,987,000 Revs 81.2 mln vs 76.4 mln Avg shrs 37.6 mln vs 39.8 mln",
        "Dividend 12 cts per share vs 10 cts per share prior, payable April 10, record March 27, Orme Care Group",
        "Orme's shr 12 cts vs no profit, net 4,512,000 vs no profit, revs 81.2 mln vs 76.4 mln, nine mths shr nil",
        "Van Orme Los Altos shipments met targets: steel 812 tonnes, coal 764 tonnes, grain 376 tonnes, ore 39 tonnes",
    ],
)
def test_a_table_without_sentences_is_english(table: str) -> None:
    assert detect(table) == "en"


@pytest.mark.parametrize(("code", "text"), COUNTERS)
def test_common_words_are_no_dates(code: str, text: str) -> None:
    assert find_timexes(text, published=PUBLISHED, settings=DateSettings(language=code)) == []


def test_every_language_has_ten_cases() -> None:
    assert {code: len(TABLE[code]["cases"]) for code in codes() if len(TABLE[code]["cases"]) < 10} == {}
    assert len(CASES) >= 200
