"""电话邀约记录表: one row per call."""

from data.logs.common import ASSISTANT, CUSTOMER, GRADE, NOTE, PHONE, PRODUCT, STORE, WECHAT
from data.logs.description import Column, Log

CALLS = Log(
    kind="calls",
    title="电话邀约记录表",
    columns=(
        Column(
            "date",
            "date",
            "日期",
            ("拨打日期", "通话时间", "时间", "拨打时间", "通话日期"),
            required=True,
            example="2026-11-21 18:05",
        ),
        STORE,
        ASSISTANT,
        CUSTOMER,
        PHONE,
        WECHAT,
        Column(
            "channel",
            "choice",
            "渠道",
            ("入群方式", "邀约方式"),
            choices={
                "phone": ("电话",),
                "wechat_qr": ("微信二维码", "扫码", "二维码"),
                "wechat": ("微信",),
                "walk_in": ("自然进店", "进店"),
                "referral": ("转介绍",),
                "online": ("线上", "网络"),
                "other": ("其他",),
            },
            example="电话",
        ),
        Column(
            "outcome",
            "choice",
            "通话结果",
            ("接通情况", "是否接通", "结果"),
            choices={
                "connected": ("接通", "已接", "已接通", "是", "√"),
                "no_answer": ("无人接听", "未接", "不接", "未接通", "否", "×"),
                "rejected": ("拒接", "挂断"),
                "busy": ("忙", "占线", "忙线"),
                "off": ("关机", "停机"),
                "invalid": ("空号", "错号"),
                "other": ("其他",),
            },
            example="接通",
        ),
        Column("duration", "seconds", "通话时长", ("时长",), example="3分20秒"),
        GRADE,
        PRODUCT,
        Column("wechat_added", "bool", "是否加微信", ("加微信",), example="是"),
        Column("group_agreed", "bool", "是否同意进群", ("同意进群", "邀请进群", "进群"), example="是"),
        Column(
            "visit_agreed",
            "bool",
            "是否同意到店",
            ("同意进店", "约到店", "邀约进店", "同意到店", "是否同意进店"),
            example="否",
        ),
        Column("visit_on", "date", "预约到店日期", ("预约时间", "预约日期"), future_days=400),
        NOTE,
    ),
    key=("store", "assistant", "date"),
    mode="replace_slice",
)
