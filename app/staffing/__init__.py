"""Who is given which ticket."""
