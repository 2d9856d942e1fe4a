"""What happens without a person watching."""
