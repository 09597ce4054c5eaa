"""目标表: one row per month and store, or assistant of a store."""

from dataclasses import replace

from data.logs.common import ASSISTANT, STORE
from data.logs.description import Column, Log

TARGETS = Log(
    kind="targets",
    title="目标表",
    columns=(
        Column(
            "month",
            "month",
            "月份",
            ("目标月份", "月", "年月", "考核月份"),
            required=True,
            future_days=400,
            example="2026-11",
        ),
        STORE,
        replace(ASSISTANT, required=False),
        Column("orders", "integer", "订单目标", ("成交目标", "单数目标", "目标单数", "订单数目标"), example="60"),
        Column(
            "revenue",
            "money",
            "业绩目标",
            ("销售目标", "金额目标", "目标业绩", "销售额目标", "业绩任务", "目标金额"),
            example="300000",
        ),
        Column("leads", "integer", "客资目标", ("目标客资", "客资数目标", "客资量目标"), example="400"),
    ),
    key=("store", "month", "assistant"),
    mode="upsert",
    plan=True,
)
