"""人员表: one row per assistant at one store, dated."""

from dataclasses import replace

from data.logs.common import ASSISTANT, STORE
from data.logs.description import Column, Log

STAFF = Log(
    kind="staff",
    title="人员表",
    columns=(
        STORE,
        replace(ASSISTANT, aliases=(*ASSISTANT.aliases, "姓名", "人员", "人员姓名")),
        Column(
            "role",
            "choice",
            "岗位",
            ("职位", "职务", "角色"),
            choices={
                "assistant": ("导购", "导购员", "顾问", "销售顾问", "销售", "网销", "店员"),
                "manager": ("店长", "副店长", "经理", "店经理"),
                "operator": ("操盘手", "运营"),
                "other": ("其他",),
            },
            example="导购",
        ),
        Column("hired_on", "date", "入职日期", ("入职时间", "入职", "到岗日期"), future_days=400, example="2025-03-01"),
        Column("left_on", "date", "离职日期", ("离职时间", "离职", "离岗日期"), future_days=400),
        Column("account", "text", "账号", ("登录账号", "账户", "用户名")),
    ),
    key=("store", "assistant", "hired_on"),
    mode="upsert",
)
