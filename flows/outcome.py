"""What a run came to."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Stage:
    """What a stage of a run took and did: `items` are what the stage works on, `text_bytes` those of new text.

    Shards are annotated while others are landed: the seconds of both count from the first input.
    """

    name: str
    seconds: float = 0.0
    items: int = 0
    text_bytes: int = 0


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What a run came to. `snapshot_id` is the published snapshot; `changed` says whether this run published it."""

    inputs: int
    new_inputs: int
    new_documents: int = 0
    snapshot_id: str = ""
    changed: bool = False
    rows: dict[str, int] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
