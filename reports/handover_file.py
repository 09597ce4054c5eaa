"""A proposed handover as a file: under the template's headings, so that it can be imported as it is."""

from datetime import date
from typing import Final

import pandas as pd

from data.customer_codes import code_of
from data.logs import LOGS
from reports.workbook import Sheet

LOG: Final = LOGS["handovers"]
DONE: Final = LOG.column("status").choices["done"][0]
PHONE: Final = "****"  # in a masked phone; a masked WeChat id would be taken for one


def handover_sheet(proposed: pd.DataFrame, leaver: str, day: date) -> Sheet:
    """Return the customers of ``leaver`` with who takes each over on ``day``, all of them as taken over.

    ``proposed``: ``queries.assets.held`` with ``to_assistant``. No contact leaves: phones stay masked, and a code says
    who each customer is.
    """
    cells: dict[str, object] = {
        "date": f"{day:%Y-%m-%d}",
        "store": proposed["store"],
        "from_assistant": leaver,
        "to_assistant": proposed["to_assistant"],
        "customer": proposed["customer"],
        "phone": [_masked(contacts) for contacts in proposed["contacts"]],
        "wechat": None,
        "customer_code": [code_of(int(key)) for key in proposed["customer_key"]],
        "status": DONE,
    }
    table = pd.DataFrame(
        {column.header: pd.Series(cells[column.name], proposed.index, dtype=object) for column in LOG.columns}
    )
    return Sheet(LOG.title, table)


def _masked(contacts: list[str]) -> str | None:
    return next((contact for contact in contacts if PHONE in contact), None)
