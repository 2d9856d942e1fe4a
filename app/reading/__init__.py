"""A ticket becomes facts and a category."""
