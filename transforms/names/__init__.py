"""People, organisations, places and groups, and which names in a document are the same one."""

from transforms.names.find import find_names

__all__ = ["find_names"]
