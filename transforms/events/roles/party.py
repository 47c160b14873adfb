"""Somebody who may take part in an event, and the role that makes of them."""

from typing import NamedTuple

from transforms.events.roles.words import role_words
from transforms.ids import content_id
from transforms.records import Name, NameKind, Role, RoleName


class Party(NamedTuple):
    """Somebody who may take part: how the text calls them in full, and the words that say so here.

    `counted`: a number stands before them, as in "three rebels".
    """

    start: int
    end: int
    name: str
    kind: NameKind
    head: str = ""
    plural: bool = False
    counted: bool = False

    @classmethod
    def of(cls, name: Name) -> "Party":
        """A name as a party."""
        return cls(name.start, name.end, name.name, name.kind, plural=name.kind == "group")

    @property
    def bare(self) -> bool:
        """Whether somebody is called by a description only: "the minister", whom another sentence may name."""
        return self.kind == "person" and self.name.islower()


def as_role(role: RoleName, party: Party) -> Role:
    """A party in a role."""
    return Role(
        role=role,
        start=party.start,
        end=party.end,
        name=party.name,
        kind=party.kind,
        entity_id=entity_id(party.kind, party.name),
    )


def entity_id(kind: NameKind, name: str) -> str:
    """The id of an entity: same full name and kind are the same entity in every document."""
    return content_id("entity", kind, name.casefold())


def decides(name: str) -> bool:
    """Whether a name is that of a body that decides by vote: "Hale council", "board of Hale Bank"."""
    return _kind(name) in role_words().deciders


def judges(name: str) -> bool:
    """Whether a name is that of one who decides cases: "the High Court", "Court of Appeals"."""
    return _kind(name) in role_words().judges or name.lower().startswith("court of ")


def rules(name: str) -> bool:
    """Whether a name is that of a body whose head or member rules for it: "the Ports Authority", "the High Court"."""
    return judges(name) or _kind(name) in role_words().regulators


def _kind(name: str) -> str:
    """The noun that says what a body is."""
    head = name.partition(" of ")[0] if name[0].islower() else name
    return head.lower().split()[-1]
