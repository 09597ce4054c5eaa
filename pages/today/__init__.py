"""What today needs."""
