"""A settled case becomes an answer."""
