"""Statutory terms of what people ask at a counter."""
