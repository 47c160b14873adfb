"""One document to its annotation: the whole per-document walk, top to bottom."""

from transforms.dates import find_timexes
from transforms.events.extract import mentions_in
from transforms.events.lexicon import Lexicon
from transforms.events.triggers import Hit, find_triggers
from transforms.records import Annotation, Document, Role
from transforms.text import sentences as find_sentences
from transforms.text import shadow


def annotate(document: Document, lexicon: Lexicon) -> Annotation:
    """Everything found in a document. Offsets index `document.text`; time is linear in its length; never raises."""
    text = document.text
    timexes = tuple(find_timexes(text, published=document.published))
    sentences = find_sentences(text)
    hits = find_triggers(shadow(text), sentences, lexicon)
    if not hits:
        return Annotation(document_id=document.document_id, timexes=timexes, mentions=(), entities=())
    mentions = mentions_in(document.document_id, hits, sentences, timexes, document.published, text, _no_roles)
    return Annotation(document_id=document.document_id, timexes=timexes, mentions=tuple(mentions), entities=())


def _no_roles(hit: Hit) -> tuple[Role, ...]:
    return ()
