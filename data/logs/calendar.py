"""营业日历表: one row per store and day that is not like the others."""

from dataclasses import replace

from data.logs.common import DATE, NOTE, STORE
from data.logs.description import Column, Log

CALENDAR = Log(
    kind="calendar",
    title="营业日历表",
    columns=(
        replace(DATE, aliases=("营业日期", "日历日期"), future_days=400, example="2026-11-28"),
        STORE,
        Column(
            "open",
            "bool",
            "是否营业",
            ("营业", "营业情况", "营业状态", "开门", "是否开门", "是否开店"),
            required=True,
            example="是",
        ),
        Column("weight", "number", "客流权重", ("权重", "营业权重", "日历权重", "目标权重", "客流倍数"), example="2"),
        replace(NOTE, aliases=(*NOTE.aliases, "节日", "活动", "事由")),
    ),
    key=("store", "date"),
    mode="upsert",
    whose="store",
    plan=True,
)
