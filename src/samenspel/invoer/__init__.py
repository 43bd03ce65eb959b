"""What somebody typed is kept: drafts, posts after an expired login, double submits."""
