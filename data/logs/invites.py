"""成功邀约记录表: one row per customer who agreed, per day invited."""

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, GRADE, NOTE, PHONE, PRODUCT, STORE, WECHAT
from data.logs.description import Column, Log

INVITES = Log(
    kind="invites",
    title="成功邀约记录表",
    columns=(
        Column("date", "date", "邀约日期", ("日期",), required=True, example="2026-11-21"),
        STORE,
        ASSISTANT,
        CUSTOMER,
        PHONE,
        WECHAT,
        GRADE,
        PRODUCT,
        Column(
            "agreed_to",
            "choice",
            "同意事项",
            ("邀约事项", "邀约结果"),
            choices={
                "group": ("进群",),
                "visit": ("进店", "到店"),
                "both": ("进群和进店", "进群和到店", "进群进店", "进群到店", "都同意"),
                "other": ("其他",),
            },
            example="进群",
        ),
        Column("joined_group", "bool", "是否进群", ("已进群",), example="是"),
        Column("joined_on", "date", "进群日期", ("进群时间",)),
        Column("visited", "bool", "是否到店", ("是否进店",), example="否"),
        Column("visited_on", "date", "到店日期", ("进店日期",)),
        Column("closed", "bool", "是否成交", ("成交",), example="否"),
        Column("closed_on", "date", "成交日期", ()),
        Column("amount", "money", "成交金额", ("金额",)),
        Column("next_contact_on", "date", "下次跟进日期", ("下次跟进", "跟进日期"), future_days=400),
        NOTE,
    ),
    key=("store", "customer", "date"),
    mode="upsert",
    people=(BY_ANY,),
)
