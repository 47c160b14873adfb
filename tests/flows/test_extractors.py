"""Extractors that settings choose: a spaCy pipeline trained here, and a chat endpoint that also misbehaves."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from loopback import Answer, Handler, Site, in_turn, page, serving
from written import article

from flows.extractors import Choice, choice, extractor
from flows.inputs import expand
from flows.names import ExtractorName
from flows.pipeline import run
from flows.plain import PlainCaller
from flows.runners import Direct
from flows.settings import Settings, settings
from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon
from transforms.extractors import Extraction
from transforms.records import Document
from warehouse.errors import UserError

TEXT = (
    "Councillor Ann Orme will leave the Lowland Party, she said on Monday.\n\n"
    "Thorne Council passed a motion of no confidence in Ms Orme by 24 votes to 19 on Friday. "
    "The mood in the hall turned sour when 300 farmers drew carts across the gate."
)
PROTEST: dict[str, Any] = {
    "type": "protest",
    "modality": "asserted",
    "trigger": "drew",
    "evidence": ["when 300 farmers drew carts across the gate"],
    "when": None,
    "outcome": None,
    "participants": [{"role": "actor", "name": "farmers"}],
    "counts": [{"n": 300, "of": "attendance"}],
}
MOTION: dict[str, Any] = {
    "type": "motion",
    "modality": "asserted",
    "trigger": "motion of no confidence",
    "evidence": ["passed a motion of no confidence in Ms Orme by 24 votes to 19 on Friday"],
    "when": "on Friday",
    "outcome": "passed",
    "participants": [
        {"role": "body", "name": "Thorne Council"},
        {"role": "target", "name": "Ms Orme"},
        {"role": "actor", "name": "Peter Hale"},
    ],
    "counts": [{"n": 24, "of": "for"}, {"n": 19, "of": "against"}, {"n": 7, "of": "abstained"}],
}
PATH = "/v1/chat/completions"


def document(text: str = TEXT) -> Document:
    return article(text, uri="made-up.txt")


def completion(answer: object, tokens: int | None = 100, finish: str = "stop") -> Answer:
    content = answer if isinstance(answer, str) else json.dumps({"events": answer})
    body: dict[str, Any] = {"choices": [{"message": {"content": content}, "finish_reason": finish}]}
    return page(json.dumps(body if tokens is None else {**body, "usage": {"total_tokens": tokens}}))


def refusal(status: int) -> Answer:
    return page("{}", status, retry_after_ms="1")


def stall(handler: Handler) -> None:
    handler.site.over.wait(60)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.site.over.wait(0.05):
        handler.wfile.write(b" ")


def flood(handler: Handler) -> None:
    handler.answer(200, b" " * 3_000_000)


def hang_up(handler: Handler) -> None:
    handler.close_connection = True


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as running:
        yield running


def found(site: Site, answer: Answer, text: str = TEXT, **given: Any) -> Extraction:
    site.pages[PATH] = answer
    told = {"tokens": 100_000, "timeout": 5.0, "attempts": 2, **given}
    chosen = Choice(name=ExtractorName.LLM, url=f"{site.url}/v1", model="made-up", **told)
    return extractor(chosen, default_lexicon())(document(text))


def test_what_a_model_tells_is_resolved_in_the_text(site: Site) -> None:
    extraction = found(site, completion([MOTION, PROTEST]))
    assert extraction.rejects == ()
    motion, protest = extraction.annotation.mentions
    assert TEXT[motion.start : motion.end] == "motion of no confidence"
    assert (motion.earliest, motion.latest, motion.date_basis) == (date(2024, 3, 8), date(2024, 3, 8), "Friday")
    assert {(role.role, role.name) for role in motion.roles} == {("body", "Thorne Council"), ("target", "Ann Orme")}
    assert {(count.n, count.counted) for count in motion.counts} == {(24, "for"), (19, "against")}
    assert (protest.earliest, protest.latest) == (None, date(2024, 3, 12))
    assert [TEXT[count.start : count.end] for count in protest.counts] == ["300"]
    assert {entity.name for entity in extraction.annotation.entities} >= {"Ann Orme", "farmers"}


def test_a_model_is_asked_with_the_schema_and_a_bound(site: Site) -> None:
    found(site, completion([PROTEST]), tokens=9_000)
    [asked] = site.posted
    assert asked["model"] == "made-up"
    assert asked["messages"][1] == {"role": "user", "content": TEXT}
    told = asked["response_format"]["json_schema"]["schema"]["$defs"]["ToldEvent"]
    assert "protest" in told["properties"]["type"]["enum"]
    assert set(told["required"]) == set(PROTEST)
    assert 0 < asked["max_completion_tokens"] < 9_000


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        ({"evidence": ["when 400 farmers drew carts across the gate"]}, "evidence does not stand in the text"),
        ({"evidence": []}, "no evidence"),
        ({"trigger": "occupied"}, "trigger does not stand in its evidence"),
        ({"trigger": ""}, "trigger does not stand in its evidence"),
        ({"type": "invasion"}, "type 'invasion' is not known"),
    ],
)
def test_an_event_that_does_not_stand_in_the_text_is_refused(lie: dict[str, Any], told: str, site: Site) -> None:
    extraction = found(site, completion([MOTION, {**PROTEST, **lie}]))
    assert [mention.event_type for mention in extraction.annotation.mentions] == ["motion"]
    [reject] = extraction.rejects
    assert (reject.uri, reject.stage, reject.error) == ("made-up.txt", "extract", "event refused")
    assert told in reject.detail


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (completion("{not json"), "answer refused"),
        (completion(json.dumps({"events": "none"})), "answer refused"),
        (completion([{**PROTEST, "modality": "certain"}]), "answer refused"),
        (completion([{**PROTEST, "counts": [{"n": "300", "of": "attendance"}]}]), "answer refused"),
        (completion([{**PROTEST, "mood": "sour"}]), "answer refused"),
        (completion([{**PROTEST, "evidence": ["a ship sank off the coast"]}]), "answer refused"),
        (completion([PROTEST], finish="length"), "no answer"),
        (completion("null"), "answer refused"),
        (page("<html>busy</html>"), "no answer"),
        (page(json.dumps({"choices": []})), "no answer"),
        (refusal(500), "no answer"),
        (refusal(429), "no answer"),
        (refusal(400), "no answer"),
        (refusal(401), "no answer"),
        (hang_up, "no answer"),
        (flood, "no answer"),
    ],
)
def test_without_a_usable_answer_the_rules_take_over(answer: Answer, error: str, site: Site) -> None:
    extraction = found(site, answer)
    assert extraction.annotation == annotate(document(), default_lexicon())
    [reject] = extraction.rejects
    assert (reject.stage, reject.error) == ("extract", error)
    assert reject.detail


@pytest.mark.parametrize("answer", [stall, drip])
def test_a_server_that_never_ends_is_left(answer: Answer, site: Site) -> None:
    extraction = found(site, answer, timeout=0.3, attempts=1)
    assert extraction.annotation.mentions == annotate(document(), default_lexicon()).mentions
    assert [reject.error for reject in extraction.rejects] == ["no answer"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_tried_again(status: int, site: Site) -> None:
    extraction = found(site, in_turn(refusal(status), completion([PROTEST])))
    assert extraction.rejects == ()
    assert len(site.posted) == 2


def test_no_server_at_all_leaves_a_row() -> None:
    chosen = Choice(name=ExtractorName.LLM, url="http://127.0.0.1:9", model="made-up", tokens=9_000, attempts=1)
    [reject] = extractor(chosen, default_lexicon())(document()).rejects
    assert "APIConnectionError" in reject.detail


def many(site: Site, answer: Answer, **given: Any) -> list[str]:
    """Reasons why documents of one batch had no answer, of six."""
    site.pages[PATH] = answer
    told: dict[str, Any] = {"tokens": 100_000, "timeout": 5.0, "attempts": 1, **given}
    find = extractor(Choice(name=ExtractorName.LLM, url=f"{site.url}/v1", model="made-up", **told), default_lexicon())
    rejects = [find(document(f"{TEXT} Part {number}.")).rejects for number in range(6)]
    return [one[0].error for one in rejects if one]


def test_no_more_is_spent_than_the_limit(site: Site) -> None:
    assert many(site, completion([PROTEST], tokens=6_000), tokens=15_000) == ["spend limit"] * 3
    assert len(site.posted) == 3


def test_a_server_that_does_not_say_what_it_took_is_estimated(site: Site) -> None:
    assert "spend limit" in many(site, completion([PROTEST], tokens=None), tokens=10_000)
    assert 1 < len(site.posted) < 6


def test_a_server_that_does_not_answer_is_not_asked_for_ever(site: Site) -> None:
    assert many(site, refusal(500)) == ["no answer"] * 6
    assert len(site.posted) == 3


ARTICLES = {name: f"{TEXT} It was told by the {name} paper." for name in ("first", "second", "third")}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def told(lake: Path) -> tuple[dict[str, int], dict[str, int]]:
    """How many mentions of each type, and rejects of each error, a lake's timeline has."""
    with duckdb.connect(str(lake / "daybook.duckdb"), read_only=True) as con:
        mentions = con.execute("SELECT event_type, count(*) FROM mentions GROUP BY ALL").fetchall()
        rejects = con.execute("SELECT error, count(*) FROM rejects GROUP BY ALL").fetchall()
    return dict(mentions), dict(rejects)


def test_a_run_keeps_answers_and_asks_again_only_where_there_was_none(
    site: Site, articles: Path, tmp_path: Path
) -> None:
    lake = tmp_path / "lake"

    def make(answer: Answer, tokens: int) -> tuple[dict[str, int], dict[str, int]]:
        site.pages[PATH], site.posted = answer, []
        chosen = settings(
            lake=str(lake),
            extractor="llm",
            llm_url=f"{site.url}/v1",
            llm_model="made-up",
            llm_tokens=tokens,
            llm_attempts=1,
            published=date(2024, 3, 12),
        )
        run(expand([articles], published=chosen.published, source=None), chosen, PlainCaller(Direct(), 1))
        return told(lake)

    mentions, rejects = make(in_turn(completion([PROTEST]), refusal(500), completion([PROTEST])), 90_000)
    assert (mentions["protest"], rejects) == (2, {"no answer": 1})
    assert len(site.posted) == 3
    make(completion([PROTEST]), 90_000)
    assert site.posted == []
    mentions, rejects = make(completion([PROTEST]), 95_000)
    assert mentions == {"protest": 3}
    assert len(site.posted) == 1


def test_a_flow_run_by_prefect_asks_the_endpoint(
    site: Site, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAYBOOK_LLM_KEY", "made-up-key")
    site.pages[PATH] = completion([PROTEST])
    from flows.server import embedded

    lake = tmp_path / "lake"
    with embedded(str(lake)):
        from flows.timeline import timeline

        timeline(
            paths=[str(articles)],
            lake=str(lake),
            published=date(2024, 3, 12),
            runner="process",
            extractor="llm",
            llm_url=f"{site.url}/v1",
            llm_model="made-up",
        )
    assert told(lake) == ({"protest": 3}, {})
    assert {headers["authorization"] for _, headers in site.asked} == {"Bearer made-up-key"}
    kept = b"".join(path.read_bytes() for path in lake.rglob("*") if path.is_file())
    assert b"made-up-key" not in kept


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"extractor": "llm"}, "--llm-url"),
        ({"extractor": "llm", "llm_url": "http://127.0.0.1:9"}, "--llm-model"),
        ({"extractor": "spacy", "spacy_model": "no_such_pipeline"}, "no_such_pipeline"),
        ({"extractor": "guess"}, "extractor"),
        ({"extractor": "llm", "llm_url": "ftp://127.0.0.1"}, "llm_url"),
    ],
)
def test_a_setting_that_cannot_work_is_said_at_once(given: dict[str, str], message: str) -> None:
    with pytest.raises(UserError, match=message):
        choice(settings(**given))


def test_a_key_is_not_shown() -> None:
    assert "secret-key" not in repr(Settings(llm_key="secret-key"))  # type: ignore[arg-type]


PEOPLE = ("Ann Orme", "Peter Hale", "Jill Ridley", "Tom Barlow")
BODIES = ("Party", "Council", "Board", "Union")


def trees() -> Iterator[tuple[str, list[int], list[str]]]:
    """Sentences with the number of each word's head and its relation, to train a parser of a few hundred words."""
    for person in PEOPLE:
        for body in BODIES:
            yield (
                f"Expelled on Friday was , alas , {person} .",
                [0, 0, 1, 0, 0, 0, 0, 8, 0, 0],
                ["ROOT", "prep", "pobj", "auxpass", "punct", "intj", "punct", "compound", "nsubjpass", "punct"],
            )
            yield (
                f"The {body} expelled {person} .",
                [1, 2, 2, 4, 2, 2],
                ["det", "nsubj", "ROOT", "compound", "dobj", "punct"],
            )


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(1)
    made = spacy.blank("en")
    parser = made.add_pipe("parser")
    examples = []
    for text, heads, relations in trees():
        words = text.split()
        examples.append(Example(made.make_doc(text), Doc(made.vocab, words=words, heads=heads, deps=relations)))
        for relation in relations:
            parser.add_label(relation)
    optimizer = made.initialize(lambda: examples)
    for _ in range(40):
        made.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline")
    made.to_disk(folder)
    return str(folder)


def test_a_parse_finds_who_stands_far_behind_the_verb(pipeline: str) -> None:
    text = "Expelled on Friday was , alas , Jill Barlow ."
    [by_rules] = annotate(document(text), default_lexicon()).mentions
    assert by_rules.roles == ()
    find = extractor(choice(settings(extractor="spacy", spacy_model=pipeline)), default_lexicon())
    [by_parse] = find(document(text)).annotation.mentions
    assert [(role.role, role.name) for role in by_parse.roles] == [("target", "Jill Barlow")]


def test_another_pipeline_is_another_version(pipeline: str, tmp_path: Path) -> None:
    one = Choice(name=ExtractorName.SPACY, spacy_model=pipeline).version
    assert one != Choice(name=ExtractorName.SPACY, spacy_model=str(tmp_path)).version
    assert Choice().version == ""


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UserError, match="has no parser"):
        choice(settings(extractor="spacy", spacy_model=str(tmp_path / "blank")))
