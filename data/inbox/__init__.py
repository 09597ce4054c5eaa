"""Files dropped into the shop's folder, and what another process asks of the one that holds the store."""

from data.inbox.carrying_out import carry_out
from data.inbox.handing_over import hand_over
from data.inbox.request import Answer, Brought, Request
from data.inbox.watcher import Watcher
from data.inbox.watching import watched

__all__ = ["Answer", "Brought", "Request", "Watcher", "carry_out", "hand_over", "watched"]
