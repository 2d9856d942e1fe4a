"""The path of a ticket, left to right.

A message becomes a ticket (`intake`), a ticket becomes facts and a category (`reading`), facts
become what both systems say of the person (`lookup`), that becomes a verdict with planned steps,
a person's yes, and steps carried out and read back (`resolution`), the outcome becomes an answer
(`reply`), and all of it becomes figures (`report`). `triage` is that line as code; start there.
"""
