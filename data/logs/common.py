"""Columns that several logs share."""

from data.logs.description import Column, Person

STORE = Column(
    "store", "text", "门店", ("店名", "门店名称", "店铺", "所属门店", "分店", "店面"), required=True, example="旗舰店"
)
ASSISTANT = Column(
    "assistant",
    "text",
    "导购",
    (
        "导购员",
        "顾问",
        "网销",
        "员工",
        "销售",
        "负责人",
        "导购姓名",
        "员工姓名",
        "业务员",
        "销售员",
        "销售顾问",
        "跟进人",
        "所属导购",
    ),
    required=True,
    example="周丽",
)
CUSTOMER = Column(
    "customer",
    "text",
    "客户姓名",
    ("客户", "顾客", "姓名", "称呼", "顾客姓名", "客户名称", "客户称呼", "联系人"),
    example="李女士",
)
PHONE = Column(
    "phone",
    "phone",
    "电话",
    (
        "手机",
        "手机号",
        "手机号码",
        "联系方式",
        "联系电话",
        "电话号码",
        "客户电话",
        "客户手机",
        "客户手机号",
        "顾客电话",
    ),
    example="13800138000",
)
WECHAT = Column(
    "wechat", "text", "微信号", ("微信", "微信昵称", "客户微信", "客户微信号", "微信账号"), example="lily_88"
)
GRADE = Column(
    "grade",
    "grade",
    "客户等级",
    ("等级", "分类", "客户分类", "意向", "级别", "客户级别", "意向等级", "意向度"),
    example="A",
)
PRODUCT = Column(
    "product",
    "text",
    "意向产品",
    ("意向品类", "产品", "需求", "意向商品", "意向型号", "需求产品", "咨询产品"),
    example="冰箱",
)
NOTE = Column("note", "text", "备注", ("说明", "备注说明", "备注信息"))
DATE = Column("date", "date", "日期", required=True, example="2026-11-21")
BY_PHONE = Person("customer", "phone", None, "contact_key")
BY_ANY = Person("customer", "phone", "wechat", "contact_key")
