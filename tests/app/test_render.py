import re
from datetime import date
from html.parser import HTMLParser

import pytest

from phapquy.answer.model import Holder, Statement
from phapquy.app import render, strings
from phapquy.app.contract import IndexStatus
from tests.app.fireflies import (
    ARTICLE,
    COVERAGE,
    HOSTILE,
    SLUG,
    FakeArticle,
    FakeBase,
    answer,
    citation,
    clarify,
    not_found,
)

DAY = date(2030, 3, 1)
ATTACKS = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "<img src=x onerror=alert(1)>",
    "**đậm** [x](javascript:alert(1)) `mã`",
    "'; DROP TABLE dom_dom; --",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "&lt;b&gt; &amp; </dialog></section>",
]


class Seen(HTMLParser):
    """Collects tags, attributes and text of rendered markup."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data

    def values(self, name):
        return [value for key, value in self.attributes if key == name]


def assert_harmless(html):
    seen = Seen(html)
    assert not {"script", "img", "b", "iframe"} & set(seen.tags)
    assert not [key for key, _ in seen.attributes if key.startswith("on")]
    assert not [value for value in seen.values("href") if not re.match(r"https?://|#pq-|/van-ban/|/kho$", value)]
    return seen


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_every_field_of_an_answer_is_shown_as_text(attack):
    hostile = answer(
        f"q {attack}",
        understood_as=f"u {attack}",
        holders=(Holder(attack, "xa"),),
        statements=(Statement(attack, (f"{SLUG}/7/3",)),),
        citations=(
            citation(
                "7/3", attack, label=attack, heading=attack, url=attack, source_quality=attack, amended_by=(attack,), via=(attack,),
                quote_from=attack,
            ),
        ),
        level=attack,
        warnings=(attack,),
        suggestions=(attack,),
    )  # fmt: skip
    seen = assert_harmless(render.answer_card(hostile))
    assert seen.text.count(attack) >= 8
    assert attack in seen.values("data-ask")
    assert attack in seen.values("data-open")


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_law_text_messages_and_status_is_shown_as_text(attack):
    article = FakeArticle(
        id=attack, label=attack, document=attack, heading_path=(attack,), text=attack, spans=((2, 5),), url=attack,
        amended_by=(attack,), source_quality=attack, warnings=(attack,),
    )  # fmt: skip
    seen = assert_harmless(render.article_panel(article, DAY))
    assert attack in seen.text
    assert_harmless(render.error_card(attack))
    assert_harmless(render.article_error(attack))
    assert_harmless(render.status_line(IndexStatus(failed=attack), COVERAGE))


def test_the_level_and_the_organ_stand_before_the_sentences():
    html = render.answer_card(answer("Ai đặt tên?"))
    order = [
        html.index(words)
        for words in ('data-level="xa">Cấp xã', "Áp dụng tại ngày", "Hội đồng Đom đóm cấp xã", "Việc đặt tên", "Lưu ý")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("level", "words"),
    [("xa", "Cấp xã"), ("tinh", "Cấp tỉnh"), ("trung-uong", "Trung ương"), ("nhieu-cap", "Nhiều cấp")],
)
def test_each_level_is_said_in_words(level, words):
    html = render.answer_card(answer("?", level=level))
    assert re.search(rf'data-level="{level}">{words}<', html)


def test_every_number_opens_a_listed_clause():
    seen = Seen(render.answer_card(answer("?")))
    assert {f"{SLUG}/7/1/b", f"{SLUG}/7/2"} <= set(seen.values("data-open"))
    assert set(seen.values("data-card")) == {f"{SLUG}/7/1/b", f"{SLUG}/7/2"}


def test_the_clauses_a_basis_points_to_are_folded_under_it_with_their_days():
    page = render.answer_card(answer("Ai đặt tên?"))
    assert page.count("<details") == 1
    assert "<summary>Điều khoản liên quan (2)</summary>" in page
    folded = page[page.index("<details") : page.index("</details>")]
    assert "khoản 2 Điều 7 Luật Đom đóm – có hiệu lực từ 01/01/2030" in folded
    assert "Điều 8 Luật Đom đóm – đã hết hiệu lực từ 01/02/2030" in folded


def test_plain_words_stand_under_the_quote_and_are_not_dressed_as_one():
    page = render.answer_card(answer("Ai đặt tên?"))
    assert '<p class="pq-plain"><b>Nói dễ hiểu:</b> Bấc đèn xin ở tỉnh &amp; &lt;không&gt; ở xã.</p>' in page
    assert page.count("pq-plain") == 1


def test_a_digest_is_never_dressed_as_a_quotation():
    html = render.answer_card(answer("?", citations=(citation("7/2", "Tỉnh cấp bấc đèn", text_kind="digest"),)))
    assert strings.DIGEST_NOTE in html
    assert "pq-quote" not in html


def test_clarifying_asks_with_buttons():
    html = render.answer_card(clarify("đom đóm thuộc ai", DAY))
    seen = Seen(html)
    assert "Cần hỏi thêm" in seen.text
    assert "đom đóm thuộc ai – Cấp xã" in seen.values("data-ask")
    assert "pq-level" not in html


def test_not_found_offers_what_can_be_asked():
    seen = Seen(render.answer_card(not_found("thuế", DAY)))
    assert "Không tìm thấy" in seen.text
    assert "Ai cấp bấc đèn?" in seen.values("data-ask")


def test_the_cited_part_is_marked_and_the_law_text_is_whole():
    base = FakeBase()
    html = render.article_panel(base.article(f"{SLUG}/7/3"), DAY)
    marked = "".join(Seen(part).text for part in re.findall(r"<mark>(.*?)</mark>", html))
    assert marked == HOSTILE.strip()
    shown = Seen(html).text
    assert all(line in shown for line in ARTICLE.splitlines())


def test_the_official_address_is_a_link_that_gives_nothing_away():
    html = render.article_panel(FakeArticle(id=f"{SLUG}/7", label="Điều 7"), DAY)
    assert 'rel="noopener noreferrer"' in html
    assert 'href="https://vanban.example/luat-99-2030-ht"' in html


def test_the_same_article_opened_twice_differs_so_that_the_page_notices():
    article = FakeArticle(id=f"{SLUG}/7", label="Điều 7")
    assert render.article_panel(article, DAY) != render.article_panel(article, DAY)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (IndexStatus(busy=True, share=0.426), "Đang lập chỉ mục phần còn lại: 42 %"),
        (IndexStatus(busy=True, share=0.999), "phần còn lại: 99 %"),
        (IndexStatus(busy=True), "Đang lập chỉ mục phần còn lại…"),
        (IndexStatus(failed="hết chỗ trên đĩa"), "Chưa lập được chỉ mục phần còn lại: hết chỗ trên đĩa"),
        (IndexStatus(), "Kho văn bản: 4 văn bản, tính đến ngày 01/03/2030"),
    ],
)
def test_the_status_line_says_how_far_the_index_is(status, words):
    assert words in Seen(render.status_line(status, COVERAGE)).text


def test_an_idle_status_says_nothing_of_building():
    assert "lập chỉ mục" not in render.status_line(IndexStatus(), COVERAGE)


def test_no_part_of_the_page_names_an_outside_host():
    parts = [render.fixed(name) for name in ("lead", "history", "intro", "footer")]
    assert not [part for part in parts if re.search(r"https?://", part)]
