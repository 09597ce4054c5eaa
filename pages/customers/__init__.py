"""Customers, by name."""
