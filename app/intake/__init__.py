"""A message becomes a ticket."""
