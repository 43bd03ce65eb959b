"""Households, their people, and finding them."""
