"""The rules that find time expressions, a module a kind."""
