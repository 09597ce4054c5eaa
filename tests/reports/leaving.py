"""An evening with everything that leaves in it, told by the fixture of the meeting and a few more rows by hand."""

from dataclasses import replace

import pandas as pd

from reports.evening import Evening
from reports.summary import Summary

NASTY = "<script>alert(1)</script>"


def whole(evening: Evening) -> Summary:
    """Return the summary of one store: 10 leads, 8 of them valid, 2 too new; three grades; one refused row."""
    board = evening.quota_board
    origins = board[["store", "assistant"]].assign(
        call_quota_from="default",
        invite_quota_from="default",
        base_invite_quota=board["invite_quota"],
        relief=0,
        extra=0,
        released_in_store=0,
        sharers=0,
    )
    mix = [("旗舰店", "周丽", "A", 3), ("旗舰店", "周丽", None, 2), ("旗舰店", "徐娜", "B", 1)]
    one = replace(
        evening,
        quota_origin=origins,
        grade_mix=pd.DataFrame(mix, columns=["store", "assistant", "grade", "customers"]),
        stages=pd.DataFrame({"stage": ["lead", "valid"], "customers": [10, 8]}),
        still_open=pd.DataFrame({"stage": ["lead", "valid"], "customers": [2, 1]}),
    )
    refused = pd.DataFrame(
        [(7, "=电话.csv", "", 3, "电话", "phone_rounded")],
        columns=["batch_id", "file_name", "sheet", "row_no", "header", "problem"],
    )
    return Summary(one, (one,), refused)
