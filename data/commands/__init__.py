"""The commands of ``python -m data``, by family; each returns its exit code."""
