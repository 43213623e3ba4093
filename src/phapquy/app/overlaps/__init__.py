"""Findings on overlapping powers, shown: rows for files, a page for a person, a workbook."""
