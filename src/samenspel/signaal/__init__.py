"""A concern from anyone, and who holds it until somebody else accepted it."""
