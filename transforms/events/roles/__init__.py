"""Who takes part in an event, and as what."""

from transforms.events.roles.find import find_roles, read_scene
from transforms.events.roles.scene import Scene

__all__ = ["Scene", "find_roles", "read_scene"]
