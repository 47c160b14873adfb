"""What finds the events of a document: by rules, by rules and a parse, or by what a language model answers."""

from dataclasses import dataclass, field
from typing import Protocol

from transforms.annotate import annotate
from transforms.dates import DateSettings
from transforms.events.lexicon import Lexicon
from transforms.events.parse import Parse
from transforms.records import Annotation, Document, Reject


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a document, and what of an extractor's work could not be used."""

    annotation: Annotation
    rejects: tuple[Reject, ...] = ()


class Extractor(Protocol):
    """Finds the events of a document."""

    def __call__(self, document: Document) -> Extraction:
        """All that is found in one document; never raises for what a document says."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Finds events by the lexicon and grammar of Daybook; `parse` adds a dependency parse to who takes part.

    `dates` says how dates are read where customs differ.
    """

    lexicon: Lexicon
    parse: Parse | None = None
    dates: DateSettings = field(default_factory=DateSettings)

    def __call__(self, document: Document) -> Extraction:
        """All that is found in one document."""
        return Extraction(annotate(document, self.lexicon, self.parse, self.dates))
