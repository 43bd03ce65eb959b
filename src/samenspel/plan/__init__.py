"""The one plan of a casus: goals and who does what."""
