"""A day's tasks as a file: under the template's headings, so that it is imported like any other."""

from datetime import date, datetime
from typing import Final

import pandas as pd

from data.logs import LOGS
from data.texts import say
from reports.templates import LANGUAGE
from reports.workbook import Sheet, csv

LOG: Final = LOGS["tasks"]


def task_file(tasks: pd.DataFrame, store: str, day: date, at: datetime) -> bytes:
    """Return the tasks of ``store`` for ``day`` as CSV; ``tasks`` has the log's columns from the assistant on.

    ``at`` stands in a column that no log has: tasks changed back to what they were are a new file, too.
    """
    cells: dict[str, object] = {
        "date": f"{day:%Y-%m-%d}",
        "store": store,
        **{name: tasks[name] for name in ("assistant", "call_quota", "invite_quota", "visit_quota")},
        "on_leave": [say(f"columns.{'yes' if away else 'no'}", LANGUAGE) for away in tasks["on_leave"]],
    }
    table = pd.DataFrame(
        {column.header: pd.Series(cells[column.name], tasks.index, dtype=object) for column in LOG.columns}
    )
    return csv(Sheet(LOG.title, table.assign(**{say("columns.saved_at", LANGUAGE): f"{at:%Y-%m-%d %H:%M:%S.%f}"})))
