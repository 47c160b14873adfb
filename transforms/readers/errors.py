"""The one error of readers, and how those of their libraries are told."""

import re2

_ADDRESS = re2.compile(r"\b(?:0x[0-9a-fA-F]+|\d{12,})\b")


def told(error: Exception) -> str:
    """A library's error in words that are the same in every process: no address of an object in memory."""
    return f"{type(error).__name__}: {_ADDRESS.sub('...', str(error))}"


class UnreadableError(Exception):
    """The whole input cannot be read; becomes one reject with this error and detail."""

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(f"{error}: {detail}")
        self.error = error
        self.detail = detail
