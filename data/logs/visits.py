"""进店登记表: one row per visit to the store."""

from dataclasses import replace
from typing import Final

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, DATE, GRADE, NOTE, PHONE, PRODUCT, STORE, WECHAT
from data.logs.description import Column, Log

PRICE_WORDS: Final = ("价", "贵", "预算", "price", "expensive", "budget")  # in a reason, in lower case

VISITS = Log(
    kind="visits",
    title="进店登记表",
    columns=(
        replace(
            DATE,
            header="进店日期",
            aliases=("日期", "到店日期", "进店时间", "到店时间", "来访日期", "登记日期", "接待日期"),
        ),
        STORE,
        replace(ASSISTANT, header="接待人", aliases=("导购", "接待导购", "接待", "接待人员", *ASSISTANT.aliases)),
        CUSTOMER,
        PHONE,
        WECHAT,
        Column(
            "source",
            "choice",
            "来源",
            ("进店来源", "进店方式", "渠道"),
            choices={
                "invited": ("邀约", "邀约进店", "邀约到店", "电话邀约", "邀约客户", "预约"),
                "walk_in": ("自然进店", "自然", "路过", "自来客", "自然到店", "自然客流", "散客"),
                "referral": ("转介绍", "老带新", "老客户介绍", "老客户转介绍", "朋友介绍"),
                "online": ("线上", "网络", "抖音", "小红书", "美团", "大众点评"),
                "other": ("其他",),
            },
            example="邀约",
        ),
        GRADE,
        PRODUCT,
        Column("closed", "bool", "是否成交", ("成交", "是否签单", "是否下单"), example="否"),
        Column("amount", "money", "成交金额", ("金额",)),
        Column("lost_reason", "text", "走单原因", ("未成交原因", "流单原因", "未签单原因"), example="价格"),
        Column("gift_only", "bool", "是否为礼品进店", ("礼品进店", "是否礼品进店", "是否领礼品"), example="否"),
        NOTE,
    ),
    key=("store", "customer", "date"),
    mode="upsert",
    people=(BY_ANY,),
)
