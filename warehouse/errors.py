"""The one exception that people see."""


class UserError(Exception):
    """Something a person can put right; its message is one line: what, where, what to do."""
