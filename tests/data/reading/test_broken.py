"""Files with one defect each, and the tables a careful person reads in them."""

import pytest

from data.refusal import Refused
from tests.data.reading.broken import damaged, delimiters, encodings, footers, headers, quoting, workbooks
from tests.data.reading.broken.expected import Broken, written

FILES = {
    name: broken
    for family in (encodings, delimiters, quoting, headers, footers, workbooks, damaged)
    for name, broken in family.FILES.items()
}


@pytest.mark.parametrize(("name", "broken"), FILES.items(), ids=FILES)
def test_broken_file_is_read_as_a_careful_person_reads_it(read_file, name: str, broken: Broken):
    try:
        found, reason = written(read_file(broken.bytes, name)), ""
    except Refused as refused:
        found, reason = "", refused.reason
    assert (found, reason) == ("" if broken.reason else broken.tables, broken.reason)
