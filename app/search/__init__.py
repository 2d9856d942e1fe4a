"""Finding a report again: by number, address or school, and by the words in it."""
