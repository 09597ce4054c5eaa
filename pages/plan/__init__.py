"""What the month is to bring."""
