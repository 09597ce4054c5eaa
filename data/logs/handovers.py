"""客户交接表: one row per customer who passes from one assistant to another."""

from dataclasses import replace

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, DATE, PHONE, STORE, WECHAT
from data.logs.description import Column, Log

HANDOVERS = Log(
    kind="handovers",
    title="客户交接表",
    columns=(
        replace(DATE, header="交接日期", aliases=("日期", "移交日期", "交接时间", "移交时间")),
        STORE,
        replace(
            ASSISTANT,
            name="from_assistant",
            header="原导购",
            aliases=("移交人", "原负责人", "交出人", "原跟进人", "移交导购"),
        ),
        replace(
            ASSISTANT,
            name="to_assistant",
            header="接手导购",
            aliases=("接手人", "接收人", "现导购", "新导购", "新负责人", "接收导购"),
            example="孙悦",
        ),
        CUSTOMER,
        PHONE,
        WECHAT,
        Column("customer_code", "text", "客户编号", ("客户编码", "客户代码")),
        Column(
            "status",
            "choice",
            "状态",
            ("交接状态", "接收状态", "是否交接"),
            choices={
                "waiting": ("待接", "待交接", "未接", "待接收", "待接手", "未交接", "否"),
                "done": ("已接", "已交接", "完成", "已接收", "已接手", "已完成", "是"),
                "refused": ("拒绝", "拒接", "拒绝接收", "退回"),
                "other": ("其他",),
            },
            example="待接",
        ),
    ),
    key=("store", "date", "customer", "from_assistant", "to_assistant"),
    mode="upsert",
    people=(replace(BY_ANY, code="customer_code"),),
    whose="from_assistant",
)
