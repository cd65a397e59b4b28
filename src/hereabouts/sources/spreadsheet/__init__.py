"""Workbooks: XLSX, XLS, XLSB and ODS."""
