"""Content-hash ids: the same things give the same id on every machine."""

from hashlib import blake2b


def content_id(kind: str, *parts: str | int | None) -> str:
    """16 hexadecimal digits of BLAKE2b over the parts, told apart by kind and by their boundaries; null is not ''."""
    hashed = [kind.encode()]
    for part in parts:
        data = b"-" if part is None else b"+" + str(part).encode("utf-8", "surrogatepass")
        hashed += (len(data).to_bytes(8, "big"), data)
    return blake2b(b"".join(hashed), digest_size=8).hexdigest()
