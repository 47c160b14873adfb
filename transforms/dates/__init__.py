"""Time expressions: found, resolved to days, made consistent across articles."""
