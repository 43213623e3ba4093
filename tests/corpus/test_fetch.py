"""Pulling over HTTPS from a local server that has the shapes of official sites, good and bad."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from pathlib import Path

import pytest

from phapquy.config import Settings
from phapquy.corpus import download
from phapquy.corpus.download import Downloader, Patience, new_client
from phapquy.corpus.fetch import fetch_text
from phapquy.corpus.library import Library
from phapquy.corpus.readers.article import article_html
from phapquy.corpus.readers.docx import docx_text
from phapquy.corpus.readers.html import html_text
from phapquy.corpus.readers.pages import pdf_pages
from phapquy.corpus.sources import Outcome, pull
from phapquy.errors import FetchError, TextError
from tests.corpus.official import certificate, official_site, proxy
from tests.corpus.printed import a_docx, a_pdf, column, p

QUICK = Patience(tries=3, wait=0.01, pause=0.0, total=5.0, connect=2.0, read=0.5)


def page_of(law: str) -> bytes:
    """A page of an official site: menus, boxes of links, the law, comments, a footer; tags left open here and there."""
    menu = "".join(f"<li><a href=/m{n}>Chuyên mục {n}</a></li>" for n in range(30))
    news = "".join(f"<p><a href=/t{n}>Điều {n}. Tin trong ngày số {n}</a>" for n in range(20))
    lines = "".join(f"<p>{line}</p>\n" for line in law.splitlines())
    return f"""<!DOCTYPE html><html lang=vi><head><title>Cổng</title><style>p {{}}</style></head><body>
<div id=top class="site-menu"><ul>{menu}</ul></div><div class="wrap"><div class="col"><div class=box>{news}</div>
<div class="detail"><div class="share"><a href=#>Chia sẻ</a> In trang</div><div id=noi-dung>{lines}</div></div>
<div class="comments"><p>Bạn đọc A: Điều 1 hay quá, cảm ơn ban biên tập nhiều lắm.</p></div></div></div>
<div class="footer"><p>Bản quyền thuộc Cổng. Ghi rõ nguồn khi dẫn lại.</p></div></body></html>""".encode()


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chung-thu")
    return certificate(folder, "dung", "localhost"), certificate(folder, "sai", "noi-khac.invalid")


@pytest.fixture
def site(certificates, monkeypatch):
    """The site, trusted by this machine and reached without a proxy."""
    (cert, key), _ = certificates
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    with official_site(cert, key) as running:
        yield running


@pytest.fixture
def fetcher(tmp_path):
    """Make downloaders that hardly wait; ``.slept`` tells how long they would have waited."""
    clients = []

    def make(patience=QUICK):
        client = new_client(patience)
        clients.append(client)
        slept = []
        made = Downloader(client, tmp_path / "tai-do", patience, sleep=slept.append)
        made.slept = slept
        return made

    yield make
    for client in clients:
        client.close()


# -- what is found in a page ------------------------------------------------------------------------------


def test_the_document_is_found_among_menus_and_comes_whole(made):
    law = made.law + "Điều 4. Lặp lại\n1. Tổ xoài tưới cây mỗi sáng.\n"
    assert html_text(article_html(page_of(law).decode())) == law


def test_a_document_without_articles_is_the_longest_run_of_words():
    letter = "".join(f"<p>Đoạn {n} của thư kể chuyện gió thổi qua gò, diều bay cao và dây căng.</p>" for n in range(9))
    page = f"<body><ul><li><a href=a>Trang chủ</a></ul><div class=x><div>{letter}</div></div><div class=related>Xem thêm</div>"
    found = html_text(article_html(page))
    assert found.startswith("Đoạn 0") and found.endswith("căng.\n")
    assert "Trang chủ" not in found


def test_what_stands_between_the_articles_is_kept_unless_it_is_furniture():
    page = (
        "<div id=a><p>Điều 1. Gió<p>Gió thổi.<div class='related box'>Tin khác</div><div class=note>Ghi chú gió.</div>"
        "<p>Điều 2. Mưa<p>Mưa rơi.</div>"
    )
    assert html_text(article_html(page)) == "Điều 1. Gió\nGió thổi.\nGhi chú gió.\nĐiều 2. Mưa\nMưa rơi.\n"


@pytest.mark.parametrize(
    "page", ["", "<", "</div></div>", "<div", "<div><p>a</div></p></body>", "<!--", "không có thẻ nào"]
)
def test_no_page_is_refused(page):
    html_text(article_html(page))


def test_an_anchor_around_a_heading_is_no_link_to_somewhere_else(made):
    page = page_of(made.law).decode()
    for number in (1, 2, 3):
        page = page.replace(f"<p>Điều {number}.", f'<p><a name="dieu_{number}">Điều {number}.')
    assert page.count("<a name") == 3
    assert html_text(article_html(page)) == made.law
    assert html_text(article_html(page.replace("<a name=", "<a href='#x' id="))) == made.law


# -- what comes over the wire -----------------------------------------------------------------------------


def test_a_pull_over_https_brings_the_text_and_compares_it(settings, site, made):
    site.pages["/luat/901"] = ("text/html; charset=utf-8", page_of(made.law))
    site.pages["/nd"] = ("text/plain", made.decree.replace("mỗi chiều", "mỗi tối").encode())
    _address(settings, "luat-xoai", f"{site.url}/luat/901")
    _address(settings, "nd-xoai", f"{site.url}/nd")
    report = pull(Settings(home=settings.home, mirror=Path("khong-co")))
    assert {row.slug: row.outcome for row in report.rows} == {"luat-xoai": Outcome.COPIED, "nd-xoai": Outcome.ASIDE}
    assert Library(settings).is_true("luat-xoai")
    assert not Library(settings).is_present("nd-xoai")


def _address(settings, slug, url):
    text = settings.manifest_path.read_text("utf-8")
    settings.manifest_path.write_text(text.replace(f'slug = "{slug}"', f'slug = "{slug}"\nurl = "{url}"'), "utf-8")


def test_a_busy_server_is_asked_again_and_waits_grow(site, fetcher):
    site.pages["/a"] = ("text/plain", "Điều 1. Gió\n".encode())
    site.fails["/a"] = ["503", "drop"]
    fetch = fetcher()
    assert fetch_text(f"{site.url}/a", fetch) == "Điều 1. Gió\n"
    assert len(site.asked) == 3
    assert fetch.slept == [0.0, 0.02]  # what the server asked for, then our own second wait


def test_a_server_that_stays_busy_is_given_up(site, fetcher):
    site.pages["/a"] = ("text/plain", b"a")
    site.fails["/a"] = ["500"] * 9
    with pytest.raises(FetchError, match=r"500.*3 lần"):
        fetch_text(f"{site.url}/a", fetcher())
    assert len(site.asked) == 3


def test_a_broken_off_file_is_resumed_where_it_broke_off(site, fetcher):
    text = "".join(f"Điều {n}. Gió cấp {n}\n" for n in range(1, 5000))
    site.pages["/dai"] = ("text/plain", text.encode())
    site.fails["/dai"] = ["cut", "cut"]
    assert fetch_text(f"{site.url}/dai", fetcher()) == text
    starts = [int(headers.get("range", "bytes=0-")[6:-1]) for _, headers in site.asked]
    assert starts[0] == 0 < starts[1] < starts[2]


def test_a_later_run_goes_on_from_what_an_earlier_one_left(site, fetcher):
    text = "Điều 1. Gió\n" * 20000
    site.pages["/dai"] = ("text/plain", text.encode())
    site.fails["/dai"] = ["cut"] * 3
    with pytest.raises(FetchError):
        fetch_text(f"{site.url}/dai", fetcher())
    assert fetch_text(f"{site.url}/dai", fetcher()) == text
    assert int(site.asked[-1][1]["range"][6:-1]) > len(text.encode()) / 2


def test_a_file_that_changed_meanwhile_is_taken_from_the_start(site, fetcher):
    site.pages["/a"] = ("text/plain", b"cu" * 60000)
    site.fails["/a"] = ["cut"] * 3
    with pytest.raises(FetchError):
        fetch_text(f"{site.url}/a", fetcher())
    site.pages["/a"], site.etag = ("text/plain", b"moi" * 9), '"xoai-2"'
    assert fetch_text(f"{site.url}/a", fetcher()) == "moi" * 9 + "\n"


@pytest.mark.parametrize("etag", ["", 'W/"yeu"'])
def test_a_file_without_a_firm_mark_is_never_pieced_together(site, fetcher, etag, tmp_path):
    site.etag = etag
    site.pages["/a"] = ("text/plain", b"abc" * 50000)
    site.fails["/a"] = ["cut"]
    assert fetch_text(f"{site.url}/a", fetcher()) == "abc" * 50000 + "\n"
    assert all("range" not in headers for _, headers in site.asked)
    assert not list(tmp_path.glob("tai-do/*"))


def test_a_server_that_drips_is_cut_off_in_time(site, fetcher):
    begun = time.monotonic()
    with pytest.raises(FetchError, match="quá chậm"):
        fetch_text(f"{site.url}/cham", fetcher(Patience(tries=2, wait=0.01, pause=0, total=0.6, read=0.5)))
    assert time.monotonic() - begun < 5


def test_a_server_that_says_nothing_is_given_up_after_its_tries(site, fetcher):
    site.pages["/a"], site.fails["/a"] = ("text/plain", b"a"), ["silent"] * 9
    begun = time.monotonic()
    with pytest.raises(FetchError, match=r"Quá thời gian chờ.*2 lần"):
        fetch_text(f"{site.url}/a", fetcher(Patience(tries=2, wait=0.01, pause=0, total=5, read=0.2)))
    assert time.monotonic() - begun < 3


def test_two_requests_to_one_host_keep_their_distance(site, fetcher):
    site.pages["/a"] = ("text/plain", b"a")
    fetch = fetcher(Patience(tries=1, pause=7.0))
    fetch_text(f"{site.url}/a", fetch)
    fetch_text(f"{site.url}/a", fetch)
    assert len(fetch.slept) == 1
    assert 6.0 < fetch.slept[0] <= 7.0


PDF = b"%PDF-1.4\n" + b"x" * 3000


@pytest.mark.parametrize(
    "case",
    [
        ("/khong-co", None, b"", "404"),
        ("/vong", None, b"", "vòng lặp"),
        ("/xuong-http", None, b"", "chỉ tải qua https"),
        ("/anh", "image/png", b"x", "image/png"),
        ("/van-ban.pdf", "text/html", b"<html><body>Xin dang nhap</body></html>", "trang web thay vì tệp PDF"),
        ("/van-ban", "application/pdf", b"<!DOCTYPE html><html></html>", "trang web thay vì tệp PDF"),
        ("/cut.pdf", "application/pdf", PDF, "bị cắt ngang"),
        ("/rong", "text/plain", b" \n", "rỗng"),
        ("/la", "application/octet-stream", b"MZ\x90", "không phải PDF hay DOCX"),
        ("/to", "text/plain", b"x" * 2000, "lớn hơn"),
    ],
)
def test_what_is_no_use_is_refused_at_once_with_its_reason(site, fetcher, monkeypatch, case):
    path, kind, body, said = case
    if said == "lớn hơn":
        monkeypatch.setattr(download, "MAX_BYTES", 1000)
    if kind:
        site.pages[path] = (kind, body)
    with pytest.raises(FetchError, match=said):
        fetch_text(f"{site.url}{path}", fetcher())
    assert len(site.asked) == (6 if path == "/vong" else 1)


def test_a_wrong_certificate_is_never_accepted_and_not_tried_again(certificates, site, fetcher, monkeypatch):
    _, (cert, key) = certificates
    with official_site(cert, key) as other, pytest.raises(FetchError, match="Chứng thư bảo mật"):
        fetch_text(f"{other.url}/a", fetcher())
    assert other.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))  # trusted now, but made for another name
    with official_site(cert, key) as other, pytest.raises(FetchError, match="Chứng thư bảo mật"):
        fetch_text(f"{other.url}/a", fetcher())
    assert other.asked == []


def test_the_proxy_of_the_office_is_used_and_the_exceptions_too(site, fetcher, monkeypatch):
    site.pages["/a"] = ("text/plain", b"a")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        assert fetch_text(f"{site.url}/a", fetcher()) == "a\n"
        assert asked == [site.url.removeprefix("https://")]
        monkeypatch.setenv("NO_PROXY", "localhost")
        assert fetch_text(f"{site.url}/a", fetcher()) == "a\n"
        assert len(asked) == 1


def test_a_site_that_is_not_there_is_a_clear_error(site, fetcher):
    with pytest.raises(FetchError, match="kiểm tra mạng"):
        fetch_text("https://localhost:1/a", fetcher())


# -- what comes is not trusted ----------------------------------------------------------------------------


def unusable(*_args, **_more):
    raise AssertionError("an untrusted file was parsed in this process")


@pytest.fixture
def nothing_parsed_here(monkeypatch):
    """Whatever parses a file in this process fails; a child process starts without it."""
    monkeypatch.setattr("pypdf.PdfReader", unusable)
    monkeypatch.setattr("selectolax.lexbor.LexborHTMLParser", unusable)
    monkeypatch.setattr("phapquy.corpus.readers.article.HTMLParser.feed", unusable)
    monkeypatch.setattr("phapquy.corpus.readers.docx.zipfile.ZipFile.open", unusable)


LINES = ("Điều 1. Gió", "1. Gió thổi qua gò diều.", "2. Diều bay cao.")
KIND_OF_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.usefixtures("nothing_parsed_here")
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/pdf", a_pdf(column(LINES))),
        ("application/octet-stream", a_pdf(column(LINES))),
        (KIND_OF_DOCX, a_docx(*map(p, LINES))),
        ("text/html", page_of("\n".join(LINES))),
    ],
    ids=["pdf", "pdf-unnamed", "docx", "html"],
)
def test_a_file_from_an_address_is_parsed_in_a_child_process(site, fetcher, kind, body):
    site.pages["/a"] = (kind, body)
    assert fetch_text(f"{site.url}/a", fetcher()) == "\n".join(LINES) + "\n"


def test_a_letter_that_is_verified_is_parsed_in_a_child_process(request):
    pdf, word = a_pdf(column(LINES)), a_docx(*map(p, LINES))
    request.getfixturevalue("nothing_parsed_here")
    assert pdf_pages(pdf)[0].text.startswith("Điều 1. Gió\n")
    assert docx_text(word) == "\n".join(LINES) + "\n"


NESTED = "<html><body><p>Điều 1. Gió</p>".encode() + b"<div>" * 20_000 + b"<p>x</p></body></html>"
LOOP = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\n"
    b"endobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF"
)


@pytest.mark.parametrize(
    ("kind", "body"),
    [("text/html", NESTED), ("application/pdf", LOOP), ("application/octet-stream", b"PK\x03\x04" + b"\0" * 99)],
    ids=["nested", "loop", "no-archive"],
)
def test_a_file_made_to_hurt_is_one_line_that_names_the_address(site, fetcher, kind, body):
    site.pages["/a"] = (kind, body)
    begun = time.monotonic()
    with pytest.raises(TextError) as refused:
        fetch_text(f"{site.url}/a", fetcher())
    assert "/tmp" not in str(refused.value) and "tai-ve" not in str(refused.value)
    assert time.monotonic() - begun < 30


def test_an_answer_that_unpacks_to_a_great_deal_is_cut_off(site, fetcher):
    packed = gzip.compress(b"\0" * 40_000_000)
    site.pages["/a"], site.headers["/a"] = ("text/plain", packed), {"Content-Encoding": "gzip"}
    with pytest.raises(FetchError, match="lớn hơn 32 MB"):
        fetch_text(f"{site.url}/a", fetcher())


def test_a_size_that_is_announced_too_large_is_refused_before_it_comes(site, fetcher):
    site.pages["/a"], site.headers["/a"] = ("text/plain", b"a"), {"Content-Length": "999999999"}
    with pytest.raises(FetchError, match="lớn hơn 32 MB"):
        fetch_text(f"{site.url}/a", fetcher())
    assert len(site.asked) == 1


def test_a_server_that_wants_a_long_rest_is_left_alone(site, fetcher):
    site.pages["/a"], site.fails["/a"], site.headers["/a"] = ("text/plain", b"a"), ["429"] * 3, {"Retry-After": "3600"}
    fetch = fetcher()
    with pytest.raises(FetchError, match="429"):
        fetch_text(f"{site.url}/a", fetch)
    assert (len(site.asked), fetch.slept) == (1, [])


def test_a_disk_that_fills_up_while_a_file_comes_is_told_and_leaves_no_piece(site, fetcher, monkeypatch, tmp_path):
    site.pages["/a"] = ("text/plain", b"a" * 50_000)

    def refuse(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(FetchError, match="đĩa đã đầy"):
        fetch_text(f"{site.url}/a", fetcher())
    assert list(tmp_path.glob("tai-do/*")) == []


PULLED = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from phapquy.config import Settings
from phapquy.corpus.sources import pull
settings = Settings(home=Path({home!r}), mirror=Path({mirror!r}))
print("sẵn sàng", flush=True)
while True:
    for path in settings.texts_dir.glob("*.txt"):
        path.unlink()
    pull(settings)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_pull_that_is_killed_leaves_each_text_whole_or_not_there(settings):
    program = PULLED.format(
        root=str(Path(__file__).parents[2]), home=str(settings.home), mirror=str(settings.mirror_dir)
    )
    for turn in range(4):
        child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "sẵn sàng"
        time.sleep(0.05 + 0.041 * turn)
        child.kill()
        child.wait()
        library = Library(settings)
        assert all(library.is_true(path.stem) for path in settings.texts_dir.glob("*.txt"))
    assert pull(settings).ok
