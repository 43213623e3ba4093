import pytest

from phapquy.app.site.addresses import anchor, document_address, permalink, provision_address, query
from phapquy.law.provision import ProvisionId


@pytest.mark.parametrize(
    ("id", "mark"),
    [
        ("luat-1/21", "d21"),
        ("luat-1/21/2", "d21-k2"),
        ("luat-1/21/2/d", "d21-k2-d"),
        # d and đ are two points of one clause
        ("luat-1/21/2/đ", "d21-k2-dd"),
        ("luat-1/12a/1b", "d12a-k1b"),
        ("luat-1/pl1", "dpl1"),
        ("luat-1", ""),
    ],
)
def test_each_clause_has_its_own_mark(id, mark):
    assert anchor(ProvisionId.parse(id)) == mark


def test_addresses_carry_the_day_and_escape_what_is_not_ascii():
    from datetime import date

    point = ProvisionId.parse("luat-1/2/3/đ")
    assert provision_address(point, date(2026, 11, 21)) == "/van-ban/luat-1?ngay=21%2F11%2F2026#d2-k3-dd"
    assert permalink(point) == "/van-ban/luat-1/2/3/%C4%91"
    assert document_address("luat-1") == "/van-ban/luat-1"
    assert query(a="", b="x y") == "?b=x+y"
