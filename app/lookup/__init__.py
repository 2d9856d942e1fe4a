"""Facts become a dossier: what both systems say about the person."""
