"""The matrix of powers for a person: a page, a workbook, CSV and JSON."""
