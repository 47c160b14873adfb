"""The one exception that people see."""

from warehouse.errors import UserError

__all__ = ["UserError"]
