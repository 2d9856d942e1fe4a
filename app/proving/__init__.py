"""Who asks: a mailed link answered, a school that vouches, and what stops a hand-over."""
