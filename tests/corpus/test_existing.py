"""What there is instead of a provision that does not exist."""

from types import SimpleNamespace

import pytest

from phapquy.corpus.existing import what_exists
from phapquy.law.provision import ProvisionId
from phapquy.law.structure import parse

WITH_A_GAP = parse("luat-ao", "Điều 1. Ao\n1. Thả sen.\n2. Thả cá.\nĐiều 2. Bèo\nVớt bèo.\nĐiều 6. Vịt\nNuôi vịt.\n")
LAW = SimpleNamespace(cite_as="Luật Ao")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("4",), "Bản Luật Ao trong kho bị khuyết, không có Điều 4"),
        (("4", "1"), "thiếu Điều 3-5"),
        (("9",), "Luật Ao không có Điều 9: văn bản có 3 điều, từ Điều 1 đến Điều 6"),
        (("1a",), "Luật Ao không có Điều 1a"),
        (("1", "7"), "Không có khoản 7 tại Điều 1 Luật Ao: chỉ có khoản 1, 2"),
        (("2", "1"), "không chia thành khoản"),
    ],
)
def test_an_article_that_the_copy_lacks_is_told_from_one_that_never_was(parts, said):
    assert said in what_exists(WITH_A_GAP, ProvisionId("luat-ao", parts), LAW)
