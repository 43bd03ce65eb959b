"""Decisions, who takes them and who backs them."""
