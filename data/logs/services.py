"""售后服务记录表: one row per service visit to an old customer."""

from dataclasses import replace

from data.logs.common import ASSISTANT, BY_PHONE, CUSTOMER, DATE, NOTE, PHONE, STORE
from data.logs.description import Column, Log

SERVICES = Log(
    kind="services",
    title="售后服务记录表",
    columns=(
        replace(DATE, header="服务日期", aliases=("日期", "售后日期", "上门日期", "服务时间", "售后时间", "上门时间")),
        STORE,
        replace(ASSISTANT, aliases=(*ASSISTANT.aliases, "服务人员", "售后人员", "服务人", "售后员")),
        CUSTOMER,
        PHONE,
        Column(
            "service",
            "choice",
            "服务项目",
            ("服务", "售后项目", "服务内容", "服务类型", "项目"),
            choices={
                "cleaning": ("清洁", "清洗", "深度清洁", "家电清洗"),
                "care": ("保养", "养护", "打蜡"),
                "repair": ("维修", "修理", "检修"),
                "touch_up": ("补漆",),
                "mites": ("除螨",),
                "fitting": ("拆装", "安装", "拆机", "移机"),
                "design": ("设计", "设计服务", "量尺"),
                "other": ("其他",),
            },
            example="清洁",
        ),
        Column("cost", "money", "服务成本", ("成本",), example="50"),
        Column(
            "referrals_given",
            "integer",
            "转介绍人数",
            ("介绍人数", "转介绍数", "转介绍客户数", "推荐人数"),
            example="3",
        ),
        NOTE,
    ),
    key=("store", "customer", "date", "service"),
    mode="upsert",
    people=(BY_PHONE,),
)
