"""互动测试表: one row per broadcast of an assistant."""

from dataclasses import replace

from data.logs.common import ASSISTANT, DATE, STORE
from data.logs.description import Column, Log

REPLIES = Log(
    kind="replies",
    title="互动测试表",
    columns=(
        replace(DATE, aliases=("测试日期", "群发日期", "互动日期")),
        STORE,
        ASSISTANT,
        Column(
            "sent",
            "integer",
            "群发人数",
            ("发送人数", "群发数", "群发数量", "发送数", "测试人数"),
            required=True,
            example="200",
        ),
        Column(
            "replied", "integer", "回复人数", ("互动人数", "回复数", "回复数量", "互动数"), required=True, example="120"
        ),
    ),
    key=("store", "assistant", "date"),
    mode="upsert",
)
