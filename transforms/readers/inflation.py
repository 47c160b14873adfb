"""How much an input may grow when it is unpacked, over all its layers together."""

import io
from typing import BinaryIO

from transforms.readers.errors import UnreadableError

FREE = 20_000_000
RATIO = 50


class Inflation:
    """Counts unpacked bytes against the size of the outermost input: 20 MB, and 50 times its size, are granted.

    Text compresses about four times, records with long field names ten; a bomb a thousand times.
    """

    def __init__(self, packed: int) -> None:
        self.left = FREE + RATIO * packed

    def spend(self, size: int) -> None:
        """Take note of unpacked bytes.

        Raises:
            UnreadableError: more than granted.
        """
        self.left -= size
        if self.left < 0:
            raise UnreadableError("bomb", f"unpacks to over {RATIO} times its size; not read further")

    def metered(self, unpacked: BinaryIO) -> BinaryIO:
        """The same stream, counted as it is read."""
        return _Metered(unpacked, self)  # type: ignore[return-value]  # a raw stream has all that readers call


class _Metered(io.RawIOBase):
    def __init__(self, unpacked: BinaryIO, inflation: Inflation) -> None:
        self._unpacked = unpacked
        self._inflation = inflation

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = max(self._inflation.left, 0) + 1
        data = self._unpacked.read(size)
        self._inflation.spend(len(data))
        return data
