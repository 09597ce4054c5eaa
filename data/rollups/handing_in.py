"""Which batches' rows stand for a slice, and what came in for an assistant's day.

The last file that brought a slice counts, and the corrected rows that were brought to it later.
"""

from collections.abc import Sequence
from typing import Final

from data.logs import LOGS, Log
from data.rollups.folding import current


def _quoted(kinds: list[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)


_REPLACED: Final = [log.kind for log in LOGS.values() if log.mode == "replace_slice"]

LIVE_SLICES: Final = f"""
with found as (
    select s.kind, s.store, s.whose, s.day, s.batch_id, coalesce(s.adds_to, s.batch_id) as root, sum(s.rows) as rows
    from raw.slices as s
    semi join raw.live_batches as b on s.batch_id = b.batch_id
    semi join touched as t on s.store = t.store and s.day = t.day
    where s.kind in ({_quoted(_REPLACED)})
    group by all
)

select f.*
from found as f
semi join raw.live_batches as b on f.root = b.batch_id
qualify f.root = max(f.root) over (partition by f.kind, f.store, f.whose, f.day)
"""


def handed_in(logs: Sequence[Log]) -> str:
    """Return the SQL of what came in of ``logs`` on the days in ``counted``."""
    rows_now = [
        f"select kind, store, whose as assistant, day, sum(rows)::integer as rows from raw.live_slices "
        f"where kind = '{log.kind}' group by all"
        if log.mode == "replace_slice"
        else f"select '{log.kind}', f.store, f.assistant, f.day, count(*)::integer from raw.{current(log)} as f "
        "semi join counted as c on f.store = c.store and f.day = c.day group by all"
        for log in logs
        if log.handed_in
    ]
    nothing = "select null::varchar as kind, '' as store, '' as assistant, null::date as day, 0 as rows where false"
    return f"""
    with rows_now as ({" union all ".join([nothing, *rows_now])})
    select n.kind, n.store, n.assistant, n.day, any_value(n.rows) as rows, min(b.received_at) as received_at
    from rows_now as n
    join raw.slices as s on s.kind = n.kind and s.store = n.store and s.whose = n.assistant and s.day = n.day
    join raw.live_batches as b on s.batch_id = b.batch_id
    semi join counted as t on n.store = t.store and n.day = t.day
    group by all
    """
