"""Clean files as large as an upload may be."""

from pathlib import Path

import duckdb
import xlsxwriter

CALLS = """
select
    strftime(date '2026-08-01' + (i // 6000)::int, '%Y-%m-%d') || ' '
    || lpad((9 + i % 10)::varchar, 2, '0') || ':' || lpad((i % 60)::varchar, 2, '0') as 日期,
    '门店' || (i % 12) as 门店,
    '导购' || (i % 60) as 导购,
    '客户' || (hash(i) % 200000) as 客户姓名,
    (13800000000 + hash(i) % 100000000)::varchar as 电话,
    case when i % 5 = 0 then 'wx' || (hash(i) % 200000) end as 微信号,
    '电话' as 渠道,
    ['接通', '无人接听', '拒接'][1 + i % 3] as 通话结果,
    (i % 300)::varchar as 通话时长,
    ['A', 'B', 'C', 'D'][1 + i % 4] as 客户等级,
    '冰箱' as 意向产品,
    ['是', '否'][1 + i % 2] as 是否加微信,
    ['是', '否'][1 + i % 2] as 是否同意进群,
    '否' as 是否同意到店,
    null::varchar as 预约到店日期,
    null::varchar as 备注
from range($rows) as r (i)
"""


def calls_csv(file: Path, rows: int) -> None:
    """Write a call log of ``rows`` clean rows."""
    duckdb.sql(CALLS, params={"rows": rows}).write_csv(str(file))


def calls_xlsx(file: Path, rows: int) -> None:
    """Write the same log as a workbook."""
    found = duckdb.sql(CALLS, params={"rows": rows})
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, found.columns)
        for number, row in enumerate(found.fetchall(), 1):
            sheet.write_row(number, 0, row)
