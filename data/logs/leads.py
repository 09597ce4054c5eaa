"""客资表: one row per lead."""

from dataclasses import replace

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, DATE, GRADE, NOTE, PHONE, PRODUCT, STORE, WECHAT
from data.logs.description import Column, Log

LEADS = Log(
    kind="leads",
    title="客资表",
    columns=(
        replace(
            DATE,
            header="客资日期",
            aliases=("日期", "进线日期", "分配日期", "进线时间", "分配时间", "客资时间", "获客日期", "留资日期"),
        ),
        Column(
            "lead_id", "text", "客资编号", ("线索编号", "客资号", "线索号", "客资ID", "编号"), example="K20261121001"
        ),
        STORE,
        ASSISTANT,
        Column(
            "source",
            "text",
            "来源",
            ("渠道", "平台", "来源平台", "客资来源", "客户来源", "来源渠道", "获客渠道"),
            example="美团",
        ),
        CUSTOMER,
        PHONE,
        WECHAT,
        Column(
            "first_contact",
            "choice",
            "首次联系方式",
            ("首次联系", "留资方式"),
            choices={
                "phone": ("电话", "手机", "来电", "手机号"),
                "wechat": ("微信", "加微", "加微信", "微信号"),
                "none": ("都没有", "无联系方式", "无", "没有"),
                "other": ("其他",),
            },
            example="电话",
        ),
        Column("valid", "bool", "是否有效", ("有效", "有效客资", "是否有效客资"), example="是"),
        Column(
            "invalid_reason",
            "text",
            "无效原因",
            (
                "失效原因",
                "无效说明",
            ),
        ),
        Column("got_wechat", "bool", "是否转微信", ("转微信", "加微信", "是否加微信"), example="是"),
        Column("got_phone", "bool", "是否转电话", ("转电话", "留电话", "是否留电话"), example="否"),
        Column(
            "needed_on",
            "date",
            "需求日期",
            ("婚期", "预计购买日期", "拍摄日期", "装修日期", "需求时间", "交房日期"),
            future_days=1100,
        ),
        GRADE,
        Column("cost", "money", "获客成本", ("客资成本", "单条成本", "客资单价", "成本"), example="200"),
        PRODUCT,
        NOTE,
    ),
    key=("store", "customer", "date"),
    mode="upsert",
    people=(BY_ANY,),
    number=("lead_id",),
)
