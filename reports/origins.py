"""How a quota came about, in words and figures."""

from typing import Any

import pandas as pd

from data.texts import say


def origin(row: "pd.Series[Any]", language: str) -> str:
    """Return where the quotas of one assistant come from; ``row`` joins quota_board and quota_origin.

    The call quota is spoken of only where it is not the one for all stores.
    """
    parts = [_invites(row, language)]
    if row["call_quota_from"] != "default":
        parts.append(say(f"origins.calls_{row['call_quota_from']}", language, quota=row["call_quota"]))
    return " · ".join(parts)


def _invites(row: "pd.Series[Any]", language: str) -> str:
    quota, base, relief, extra = (row[name] for name in ("invite_quota", "base_invite_quota", "relief", "extra"))
    source = row["invite_quota_from"]
    if source == "tasks":
        return say("origins.invites_tasks", language, quota=quota)
    if relief:
        return say("origins.relief", language, base=base, relief=relief, visits=row["visits_agreed"], quota=quota)
    if extra:
        values = {"released": row["released_in_store"], "sharers": row["sharers"]}
        return say("origins.extra", language, base=base, extra=extra, quota=quota, **values)
    return say(f"origins.invites_{source}", language, quota=quota)
