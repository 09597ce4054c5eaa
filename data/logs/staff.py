"""人员表: one row per assistant at one store, dated."""

from data.logs.common import ASSISTANT, STORE
from data.logs.description import Column, Log

STAFF = Log(
    kind="staff",
    title="人员表",
    columns=(
        STORE,
        ASSISTANT,
        Column(
            "role",
            "choice",
            "岗位",
            ("职位", "职务"),
            choices={
                "assistant": ("导购", "导购员", "顾问", "网销"),
                "manager": ("店长",),
                "operator": ("操盘手",),
                "other": ("其他",),
            },
            example="导购",
        ),
        Column("hired_on", "date", "入职日期", ("入职时间",), future_days=400, example="2025-03-01"),
        Column("left_on", "date", "离职日期", ("离职时间",), future_days=400),
        Column("account", "text", "账号", ()),
    ),
    key=("store", "assistant", "hired_on"),
    mode="upsert",
)
