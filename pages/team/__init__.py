"""How the team does over weeks."""
