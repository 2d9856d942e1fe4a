"""Reading: texts become facts, people and a category."""
