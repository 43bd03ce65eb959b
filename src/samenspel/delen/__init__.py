"""What stands in a dossier, in whose words, and who may share or look."""
