"""Time choosing, laying out, exporting and comparing 25,000 to 100,000 invented powers; not collected by pytest.

Run: ``PYTHONPATH=src python tests/authority/measure_matrix.py``. The figures stand in ``docs/matrix.md``.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from phapquy.app.matrix.files import write_csv
from phapquy.app.matrix.page import page_of
from phapquy.app.matrix.sheet import write_workbook
from phapquy.authority.choosing import choose
from phapquy.authority.compare import compare
from phapquy.authority.matrix import Filters, Matrix
from phapquy.authority.power import Act, Mode, Power
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId

HOLDERS = (Organ("Ủy ban nhân dân", "cấp xã", Level.XA), Organ("Ủy ban nhân dân", "cấp tỉnh", Level.TINH))


def invented(count):
    for number in range(count):
        task = f"thả diều số {number // 2}"
        basis = ProvisionId("nd-9-2090-nd-cp", (str(number % 90 + 1), str(number)))
        yield Power(
            HOLDERS[number % 2], None, Act.QUYET_DINH, task, (0, len(task)), task, "khac", None, None, Mode.LUAT_GIAO,
            None, basis, basis,
        )  # fmt: skip


class Nowhere:
    def write(self, text):
        return len(text)


def jobs(powers, folder):
    yield "choose", lambda: choose(powers, Filters(holder="UBND cấp xã"), ("nd-9-2090-nd-cp",))
    yield "rows", lambda: Matrix(Filters(), powers).rows
    yield "counts", lambda: Matrix(Filters(), powers).counts
    yield "csv", lambda: write_csv(Matrix(Filters(), powers), Nowhere(), str)
    yield "html", lambda: sum(len(part) for part in page_of(Matrix(Filters(), powers), str))
    yield "xlsx", lambda: write_workbook(Matrix(Filters(), powers), folder / "m.xlsx", str)
    yield "diff", lambda: compare(powers, powers[::2])


def main():
    folder = Path(tempfile.mkdtemp())
    for count in (25_000, 50_000, 100_000):
        line = [f"{count:>7}"]
        for name, job in jobs(tuple(invented(count)), folder):
            started = time.process_time()
            job()
            line.append(f"{name} {time.process_time() - started:.2f} s")
        sys.stdout.write("  ".join(line) + "\n")


if __name__ == "__main__":
    main()
