"""Who is who, decided by a person: offers of what looks like one customer, merging, splitting, and the way back."""

from data.identity.deciding import Action, Pair, decide, take_back
from data.identity.offering import REASONS, Known, Offer, offers

__all__ = ["REASONS", "Action", "Known", "Offer", "Pair", "decide", "offers", "take_back"]
