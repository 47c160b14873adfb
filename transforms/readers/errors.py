"""The one error of readers."""


class UnreadableError(Exception):
    """The whole input cannot be read; becomes one reject with this error and detail."""

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(f"{error}: {detail}")
        self.error = error
        self.detail = detail
