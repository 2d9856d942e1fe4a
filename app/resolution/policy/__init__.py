"""The rule book: one module per category, each resting on a published statement."""
