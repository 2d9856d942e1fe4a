"""What people say about categories becomes a better classifier, or is refused with reasons."""
