"""Help that runs or ran, and what was asked at a counter with its statutory term."""
