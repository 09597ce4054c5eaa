"""转介绍积分表: one row per action by which an old customer brings somebody."""

from dataclasses import replace

from data.logs.common import ASSISTANT, CUSTOMER, DATE, NOTE, PHONE, STORE
from data.logs.description import Column, Log, Person

REFERRALS = Log(
    kind="referrals",
    title="转介绍积分表",
    columns=(
        replace(DATE, aliases=("转介绍日期", "推荐日期", "介绍日期", "积分日期")),
        STORE,
        ASSISTANT,
        replace(
            CUSTOMER,
            name="referrer",
            header="老顾客",
            aliases=("老客户", "推荐人", "介绍人", "老顾客姓名", "老客户姓名", "推荐人姓名", "介绍人姓名", "老客"),
        ),
        replace(
            PHONE,
            name="referrer_phone",
            header="老顾客电话",
            aliases=("老客户电话", "推荐人电话", "介绍人电话", "老顾客手机", "老顾客手机号", "推荐人手机号"),
            example="13900139000",
        ),
        Column(
            "action",
            "choice",
            "动作",
            ("积分动作", "积分事项", "行为", "积分项目", "积分类型"),
            choices={
                "refer": ("推荐客户", "推荐", "介绍客户", "转介绍", "推荐新客户"),
                "join_group": ("拉人进群", "拉人", "进群", "邀请进群", "拉人入群"),
                "forward": ("转发朋友圈", "朋友圈", "转发", "发朋友圈"),
                "share": ("群内分享", "群分享", "分享"),
                "visit": ("进店留号", "进店", "到店", "进店登记", "带人进店"),
                "refer_brand": ("推荐其他品牌", "推荐品牌", "异业推荐"),
                "group_buy": ("发起团购", "团购"),
                "assist_close": ("协助成交", "帮助成交"),
                "other": ("其他",),
            },
            example="推荐客户",
        ),
        Column(
            "referred",
            "text",
            "被推荐人",
            ("新客户", "新顾客", "被介绍人", "被推荐人姓名", "新客户姓名", "被推荐客户", "新客"),
            example="赵先生",
        ),
        Column(
            "referred_phone",
            "phone",
            "被推荐人电话",
            ("新客户电话", "新顾客电话", "被介绍人电话", "被推荐人手机号", "新客户手机号"),
        ),
        NOTE,
    ),
    key=("store", "date", "referrer", "action", "referred"),
    mode="upsert",
    people=(
        Person("referrer", "referrer_phone", None, "contact_key"),
        Person("referred", "referred_phone", None, "referred_contact_key"),
    ),
)
