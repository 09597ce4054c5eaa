"""成交订单表: one row per order line, sale or refund."""

from dataclasses import replace

from data.logs.common import ASSISTANT, BY_ANY, CUSTOMER, DATE, NOTE, PHONE, PRODUCT, STORE, WECHAT
from data.logs.description import Column, Log

# Without a line number, the lines of an order are told apart by product and, of the same product, by their order.
LINE = """
case when order_id is not null then coalesce(line, concat_ws(' ',
    product,
    case when amount < 0 or kind = 'refund' then '退' end,
    row_number() over (
        partition by store, order_id, product, line, amount < 0 or coalesce(kind = 'refund', false) order by row_no
    )::varchar
)) end
"""

ORDERS = Log(
    kind="orders",
    title="成交订单表",
    columns=(
        replace(
            DATE,
            header="成交日期",
            aliases=(
                "日期",
                "订单日期",
                "下单日期",
                "成交时间",
                "下单时间",
                "开单日期",
                "开单时间",
                "销售日期",
                "签单日期",
            ),
        ),
        Column(
            "order_id",
            "text",
            "订单号",
            ("订单编号", "单号", "销售单号", "订单号码", "合同号", "合同编号"),
            example="D20261121001",
        ),
        Column("line", "text", "行号", ("序列", "明细行号"), example="1"),
        STORE,
        ASSISTANT,
        CUSTOMER,
        PHONE,
        WECHAT,
        replace(
            PRODUCT,
            header="产品",
            aliases=("产品名称", "商品", "商品名称", "型号", "产品型号", "商品型号", "品名"),
            example="双开门冰箱",
        ),
        Column("category", "text", "品类", ("类别", "产品类别", "大类", "产品分类", "商品类别"), example="冰箱"),
        Column("region", "text", "区域", ("小区", "地区", "楼盘", "片区", "所在小区"), example="城东"),
        Column("quantity", "number", "数量", ("件数", "台数", "销售数量"), example="1"),
        Column(
            "amount",
            "money",
            "金额",
            ("成交金额", "实付", "实付金额", "订单金额", "实收", "实收金额", "销售金额", "合同金额"),
            required=True,
            example="5680.00",
        ),
        Column("cost", "money", "成本", ("成本金额", "产品成本", "成本价", "进货成本"), example="4200.00"),
        Column(
            "kind",
            "choice",
            "类型",
            ("订单类型", "单据类型", "销售类型"),
            choices={
                "sale": ("销售", "成交", "正常", "销售单", "订单", "新单", "正单"),
                "refund": ("退款", "退货", "退单", "退", "退货单", "退款单", "退订"),
                "other": ("其他",),
            },
            example="销售",
        ),
        NOTE,
    ),
    key=("store", "row"),
    mode="upsert",
    people=(BY_ANY,),
    number=("order_id", "line"),
    settled={
        "line": LINE,
        "kind": "case when amount < 0 then 'refund' else coalesce(kind, 'sale') end",
        "amount": "case when kind = 'refund' then -abs(amount) else amount end",
    },
)
