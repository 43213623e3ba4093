"""The administrator's password: kept as a slow hash, compared in constant time, and not to be tried without end."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from phapquy.errors import UsageError

SHORTEST = 10
LONGEST = 200
_KIND = "scrypt"
_N, _R, _P = 2**14, 8, 1
"""16 MB and some 50 ms a try: OWASP's floor for interactive log-in, and little for an office PC."""
_MOST_N = 2**17
_ONE_AT_A_TIME = threading.Lock()
"""Many tries at once must not take 16 MB each."""
_MEMORY = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Password:
    """A password of which only the hash is kept."""

    salt: bytes
    digest: bytes
    n: int = _N

    @classmethod
    def of(cls, configured: str) -> Password:
        """Read what ``admin_password`` says: the password itself, or its hash as ``phapquy password`` prints it.

        Raises:
            UsageError: it is too short, too long, or a damaged hash.
        """
        if configured.startswith(f"{_KIND}:"):
            return cls._read(configured)
        if not SHORTEST <= len(configured) <= LONGEST:
            raise UsageError(f"Mật khẩu quản trị (admin_password) phải có từ {SHORTEST} đến {LONGEST} ký tự.")
        salt = secrets.token_bytes(16)
        return cls(salt, _hash(configured, salt, _N))

    @classmethod
    def _read(cls, text: str) -> Password:
        try:
            _, n, salt, digest = text.split(":")
            made = cls(_from_base64(salt), _from_base64(digest), int(n))
        except (ValueError, binascii.Error) as error:
            raise UsageError("Chuỗi băm trong admin_password hỏng. Hãy tạo lại bằng: phapquy password") from error
        if not (_N <= made.n <= _MOST_N and made.n & (made.n - 1) == 0 and made.salt and len(made.digest) == 64):  # noqa: PLR2004
            raise UsageError("Chuỗi băm trong admin_password hỏng. Hãy tạo lại bằng: phapquy password")
        return made

    def written(self) -> str:
        """Return the hash as it may stand in ``phapquy.toml``."""
        return f"{_KIND}:{self.n}:{_base64(self.salt)}:{_base64(self.digest)}"

    def matches(self, typed: str) -> bool:
        """Whether ``typed`` is the password; takes as long either way."""
        with _ONE_AT_A_TIME:
            return hmac.compare_digest(_hash(typed[:LONGEST], self.salt, self.n), self.digest)


def _hash(password: str, salt: bytes, n: int) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, n=n, r=_R, p=_P, maxmem=_MEMORY)


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()


def _from_base64(text: str) -> bytes:
    return base64.b64decode(text, altchars=b"-_", validate=True)


class Attempts:
    """Counts failed tries and says how long to wait before the next.

    Each address has its own count; all together have a wider one, against many addresses at once.
    """

    FREE = 5
    """Tries before the first wait."""
    FIRST_WAIT = 30.0
    LONGEST_WAIT = 900.0
    FREE_TOGETHER = 50
    FORGET = 3600.0
    """Seconds without a failure after which an address begins anew."""
    _ADDRESSES = 1000
    _TOGETHER = ""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Return the seconds before this address may try again; 0 when it may."""
        with self._lock:
            return max(self._left(address, self.FREE), self._left(self._TOGETHER, self.FREE_TOGETHER))

    def failed(self, address: str) -> None:
        """Count a failure."""
        with self._lock:
            for key in (address, self._TOGETHER):
                count, _ = self._recent(key)
                self._failed[key] = (count + 1, self._clock())
                self._failed.move_to_end(key)
            while len(self._failed) > self._ADDRESSES:
                self._failed.popitem(last=False)

    def succeeded(self, address: str) -> None:
        """Forget the failures of an address."""
        with self._lock:
            self._failed.pop(address, None)

    def _recent(self, key: str) -> tuple[int, float]:
        count, last = self._failed.get(key, (0, 0.0))
        return (count, last) if count and self._clock() - last < self.FORGET else (0, 0.0)

    def _left(self, key: str, free: int) -> float:
        count, last = self._recent(key)
        if count < free:
            return 0.0
        wait = min(self.LONGEST_WAIT, self.FIRST_WAIT * 2.0 ** min(count - free, 10))
        return max(0.0, last + wait - self._clock())
