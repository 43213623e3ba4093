"""What can go wrong on the way to an address, said in Vietnamese: what may pass, and what will not."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

from phapquy.errors import FetchError

MAX_REDIRECTS = 5


class Again(Exception):
    """A failure that may pass: try once more."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@contextlib.contextmanager
def in_vietnamese(url: str) -> Iterator[None]:
    """Tell failures that may pass from those that will not, and say both in Vietnamese."""
    import httpx

    try:
        yield
    except httpx.TooManyRedirects as error:
        raise FetchError(f"{url} chuyển hướng quá {MAX_REDIRECTS} lần (vòng lặp). Hãy dùng --from.") from error
    except httpx.TimeoutException as error:
        raise Again(f"Quá thời gian chờ khi tải {url}.") from error
    except httpx.ProxyError as error:
        raise FetchError(f"Máy chủ proxy từ chối tải {url}. Hãy kiểm tra HTTPS_PROXY.") from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise FetchError(f"Địa chỉ {url} không hợp lệ.") from error
    except httpx.HTTPError as error:
        if _untrusted(error):
            raise FetchError(
                f"Chứng thư bảo mật của {urlsplit(url).netloc} không tin được nên không tải. Hãy kiểm tra ngày giờ "
                "của máy; nếu cơ quan dùng proxy có chứng thư riêng, đặt SSL_CERT_FILE trỏ tới chứng thư đó."
            ) from error
        if isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)):
            raise Again(f"Không tải được {url} ({type(error).__name__}); hãy kiểm tra mạng.") from error
        raise FetchError(
            f"Không tải được {url} ({type(error).__name__}). Hãy kiểm tra mạng, hoặc dùng --from."
        ) from error


def _untrusted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
