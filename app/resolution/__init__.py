"""A dossier becomes a settled case."""
