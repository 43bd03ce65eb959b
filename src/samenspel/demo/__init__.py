"""An invented municipality with invented people, whose cases are the voorbeelden replayed through the services."""
