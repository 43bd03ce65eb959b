"""The dossier of a household, its trajecten and its history."""
