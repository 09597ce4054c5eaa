"""How facts get in and are kept: reading, importing, the store, the rules, the demo shop."""
