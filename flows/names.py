"""The names that settings choose among; a worker reads them without the settings."""

from enum import StrEnum


class RunnerName(StrEnum):
    """Where batches are worked on."""

    DIRECT = "direct"
    THREAD = "thread"
    PROCESS = "process"
    DASK = "dask"
    RAY = "ray"


class ExtractorName(StrEnum):
    """What finds the events of a document."""

    RULES = "rules"
    SPACY = "spacy"
    LLM = "llm"
