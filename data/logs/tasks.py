"""晨会任务表: one row per assistant and day with that day's quota."""

from data.logs.common import ASSISTANT, STORE
from data.logs.description import Column, Log

TASKS = Log(
    kind="tasks",
    title="晨会任务表",
    columns=(
        Column("date", "date", "日期", ("任务日期", "晨会日期"), required=True, future_days=400, example="2026-11-21"),
        STORE,
        ASSISTANT,
        Column(
            "call_quota", "integer", "电话任务", ("电话指标", "电话邀约任务", "拨打任务", "电话任务数"), example="50"
        ),
        Column(
            "invite_quota", "integer", "进群任务", ("进群指标", "邀约进群任务", "邀约任务", "进群任务数"), example="30"
        ),
        Column("visit_quota", "integer", "到店任务", ("到店指标", "进店任务", "约到店任务", "到店任务数"), example="2"),
        Column("on_leave", "bool", "是否休假", ("休假", "是否休息", "休息", "是否请假", "请假"), example="否"),
    ),
    key=("store", "assistant", "date"),
    mode="upsert",
    plan=True,
)
