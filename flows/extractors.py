"""The extractor that settings choose: rules, rules with a spaCy pipeline's parse, or a chat endpoint's answers."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.names import ExtractorName
from flows.versions import installed
from transforms.dates import DateSettings
from transforms.events.lexicon import Lexicon
from transforms.events.parse import Parse, Token
from transforms.extractors import Extractor, Rules
from warehouse.errors import UserError
from warehouse.shards import Shards

if TYPE_CHECKING:
    from flows.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What finds events, as workers are told. No key stands in it: a worker reads that from its environment."""

    name: ExtractorName = ExtractorName.RULES
    spacy_model: str = ""
    url: str = ""
    model: str = ""
    tokens: int = 0
    timeout: float = 60.0
    attempts: int = 3
    dates: DateSettings = field(default_factory=DateSettings)

    @property
    def version(self) -> str:
        """What of the choice changes results, for the ids of shards; nothing for the rules.

        The limit of tokens is part of it: with another limit, documents that fell back are tried again.
        """
        customs = "" if self.dates == DateSettings() else json.dumps(asdict(self.dates), sort_keys=True)
        match self.name:
            case ExtractorName.RULES:
                return customs
            case ExtractorName.SPACY:
                pipeline = [installed("spacy"), self.spacy_model, pipeline_version(self.spacy_model)]
                return json.dumps(["spacy", *pipeline]) + customs
            case ExtractorName.LLM:
                return json.dumps(["llm", self.url, self.model, self.tokens]) + customs


def choice(settings: "Settings") -> Choice:
    """The extractor of some settings.

    Raises:
        UserError: a setting that the extractor needs is missing, or its package not installed.
    """
    name = settings.extractor
    chosen = Choice(
        name=name,
        spacy_model=settings.spacy_model,
        url=settings.llm_url or "",
        model=settings.llm_model or "",
        tokens=settings.llm_tokens,
        timeout=settings.llm_timeout,
        attempts=settings.llm_attempts,
        dates=settings.dates(),
    )
    if name is ExtractorName.LLM:
        if not (chosen.url and chosen.model):
            raise UserError("extractor llm: say which with --llm-url and --llm-model")
        require("openai", name)
    elif name is ExtractorName.SPACY:
        pipeline(chosen.spacy_model)
    return chosen


def require(package: str, name: ExtractorName) -> None:
    """Makes sure that a package can be imported.

    Raises:
        UserError: it cannot.
    """
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise UserError(f"extractor {name.value}: not installed; `pip install 'daybook[{name.value}]'`")


def extractor(chosen: Choice, lexicon: Lexicon, lake: Shards | None = None) -> Extractor:
    """What finds events, made for one batch: limits count for it. Answers are kept in the lake, if one is given."""
    match chosen.name:
        case ExtractorName.RULES:
            return Rules(lexicon, dates=chosen.dates)
        case ExtractorName.SPACY:
            return Rules(lexicon, parser(chosen.spacy_model), chosen.dates)
        case ExtractorName.LLM:
            from flows.endpoint import Endpoint
            from flows.settings import Settings
            from transforms.extractors.chat import Chat

            endpoint = Endpoint(
                url=chosen.url,
                model=chosen.model,
                key=Settings().llm_key,
                tokens=chosen.tokens,
                timeout=chosen.timeout,
                attempts=chosen.attempts,
                answers=lake.store if lake else None,
            )
            return Chat(lexicon, endpoint, Rules(lexicon, dates=chosen.dates), dates=chosen.dates)


def parser(name: str) -> Parse:
    """A spaCy pipeline as a parser of sentences."""
    loaded = pipeline(name)

    def parse(sentence: str) -> Sequence[Token]:
        return [
            Token(start=word.idx, end=word.idx + len(word), head=word.head.i, relation=word.dep_.lower())
            for word in loaded(sentence)
        ]

    return parse


@cache
def pipeline(name: str) -> Any:
    """An installed spaCy pipeline, or one in a folder, without the parts that a parse does not need.

    Raises:
        UserError: spaCy or the pipeline is not installed, or it has no parser.
    """
    require("spacy", ExtractorName.SPACY)
    import spacy

    try:
        loaded = spacy.load(name, exclude=["ner", "lemmatizer", "textcat", "entity_linker"])
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).split(". ")[0]
        raise UserError(f"extractor spacy: pipeline {name}: {reason:.200}") from error
    if "parser" not in loaded.pipe_names:
        raise UserError(
            f"extractor spacy: pipeline {name} has no parser, only {', '.join(loaded.pipe_names) or 'nothing'}"
        )
    return loaded


def pipeline_version(name: str) -> str:
    """The version of an installed pipeline, or a hash of the files of one in a folder."""
    folder = Path(name)
    if not folder.is_dir():
        return installed(name)
    hashed = blake2b(digest_size=8)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        hashed.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()
