"""Bytes of one format to documents."""
