"""Events by what a language model answers; where it answers nothing that can be used, by another extractor."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from transforms.annotate import entities
from transforms.dates import DateSettings, find_timexes
from transforms.events.lexicon import Lexicon
from transforms.extractors import Extraction, Extractor
from transforms.extractors.answer import AnswerError, instructions, read_answer, schema
from transforms.extractors.verify import verified
from transforms.records import Annotation, Document, Reject

STAGE = "extract"


class NoAnswerError(Exception):
    """No answer could be had; `reason` in a word or two, the message in a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


Ask = Callable[[str, str, Mapping[str, Any]], str]
"""What asks a model: instructions, text and JSON schema to the answer's text. Raises `NoAnswerError`."""


class Chat:
    """Finds events by asking a model for each document; `fallback` finds those of documents without a usable answer."""

    def __init__(self, lexicon: Lexicon, ask: Ask, fallback: Extractor, dates: DateSettings = DateSettings()) -> None:
        self.lexicon = lexicon
        self.ask = ask
        self.fallback = fallback
        self.dates = dates
        self.instructions = instructions(lexicon.types.values())
        self.schema = schema(lexicon.types)

    def __call__(self, document: Document) -> Extraction:
        """All that is found in one document."""
        try:
            return self._asked(document)
        except NoAnswerError as error:
            reject = _reject(document, error.reason, str(error))
        except AnswerError as error:
            reject = _reject(document, "answer refused", str(error))
        found = self.fallback(document)
        return replace(found, rejects=(*found.rejects, reject))

    def _asked(self, document: Document) -> Extraction:
        answer = read_answer(self.ask(self.instructions, document.text, self.schema))
        timexes = tuple(find_timexes(document.text, published=document.published, settings=self.dates))
        found = verified(document, self.lexicon, timexes, answer)
        annotation = Annotation(
            document_id=document.document_id,
            timexes=timexes,
            mentions=found.mentions,
            entities=entities(found.mentions, found.names),
        )
        if not found.refused:
            return Extraction(annotation)
        detail = "; ".join(found.refused)
        return Extraction(annotation, (_reject(document, "event refused", detail),))


def _reject(document: Document, error: str, detail: str) -> Reject:
    return Reject(uri=document.uri, stage=STAGE, error=error, detail=detail[:500])
