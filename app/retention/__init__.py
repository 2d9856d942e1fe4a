"""What is removed when it was kept long enough."""
