"""When the desk is open, whose turn it is, and by when something is due."""
