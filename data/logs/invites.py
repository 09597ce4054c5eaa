"""成功邀约记录表: one row per customer who agreed, per day invited."""

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, GRADE, NOTE, PHONE, PRODUCT, STORE, WECHAT
from data.logs.description import Column, Log

INVITES = Log(
    kind="invites",
    title="成功邀约记录表",
    columns=(
        Column("date", "date", "邀约日期", ("日期", "邀约时间", "成功邀约日期"), required=True, example="2026-11-21"),
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
                "group": ("进群", "同意进群", "加群", "入群"),
                "visit": ("进店", "到店", "同意进店", "同意到店", "约到店"),
                "both": (
                    "进群和进店",
                    "进群和到店",
                    "进群进店",
                    "进群到店",
                    "都同意",
                    "进群+进店",
                    "进群+到店",
                    "进群、到店",
                ),
                "other": ("其他",),
            },
            example="进群",
        ),
        Column("joined_group", "bool", "是否进群", ("已进群", "进群情况"), example="是"),
        Column("joined_on", "date", "进群日期", ("进群时间",)),
        Column("visited", "bool", "是否到店", ("是否进店", "已到店", "到店情况"), example="否"),
        Column("visited_on", "date", "到店日期", ("进店日期", "到店时间", "进店时间")),
        Column("closed", "bool", "是否成交", ("成交",), example="否"),
        Column("closed_on", "date", "成交日期", ("成交时间",)),
        Column("amount", "money", "成交金额", ("金额",)),
        Column("next_contact_on", "date", "下次跟进日期", ("下次跟进", "跟进日期"), future_days=400),
        NOTE,
    ),
    key=("store", "customer", "date"),
    mode="upsert",
    people=(BY_ANY,),
)
