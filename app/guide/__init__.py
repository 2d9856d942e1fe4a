"""Help articles: written by supervisors, read by everybody, found by words."""
