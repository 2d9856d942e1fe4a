"""Every sentence and label of the pages, in Indonesian and in English."""

Pair = tuple[str, str]
