"""Who is who, decided by a person: offers of what looks like one customer, merging, splitting, and the way back."""

from data.identity.deciding import Action, decide, take_back
from data.identity.offering import offers

__all__ = ["Action", "decide", "offers", "take_back"]
