"""A report with a list of people: looked up in parts, decided line by line, answered once."""
