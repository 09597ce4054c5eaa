"""群成员盘点表: one row per member of a group at a count."""

from dataclasses import replace

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, DATE, GRADE, NOTE, PHONE, STORE, WECHAT
from data.logs.description import Column, Log

GROUP_MEMBERS = Log(
    kind="group_members",
    title="群成员盘点表",
    columns=(
        replace(DATE, header="盘点日期", aliases=("日期", "盘点时间", "统计日期", "清点日期")),
        STORE,
        Column(
            "group_name",
            "text",
            "群名称",
            ("群", "群名", "微信群", "社群", "社群名称", "微信群名称", "所在群"),
            required=True,
            example="城东1群",
        ),
        replace(ASSISTANT, header="邀请人", aliases=("邀请导购", *ASSISTANT.aliases, "导购"), required=False),
        replace(
            CUSTOMER,
            header="昵称",
            aliases=("群昵称", "成员", "群成员", "微信昵称", "成员昵称", "客户姓名", *CUSTOMER.aliases),
        ),
        PHONE,
        replace(WECHAT, aliases=("微信", "微信账号")),
        Column("channel", "text", "渠道", ("入群渠道", "入群方式", "进群方式", "来源"), example="扫码"),
        GRADE,
        Column(
            "junk_reason",
            "choice",
            "垃圾原因",
            ("垃圾类型", "无效原因", "清理原因"),
            choices={
                "no_intent": ("无意向", "没意向", "无需求", "已购买"),
                "troublemaker": ("刺头", "捣乱"),
                "competitor": ("同行", "竞品"),
                "advertiser": ("广告", "微商", "发广告"),
                "other": ("其他",),
            },
        ),
        Column("removed", "bool", "是否清理", ("已清理", "清理", "是否移出", "是否踢出"), example="否"),
        Column("joined_on", "date", "进群日期", ("入群日期", "进群时间", "入群时间", "加入日期")),
        Column("left_on", "date", "退群日期", ("退群时间", "离群日期", "离开日期")),
        NOTE,
    ),
    key=("store", "group_name", "date"),
    mode="replace_slice",
    people=(BY_ANY,),
    whose="group_name",
)
