"""Workbooks and tables of any size, and what it takes a library alone to read them."""

from itertools import accumulate
from pathlib import Path

import generate
import xlsxwriter

HEAD = ("编号", "指标名称", "计量单位", "2024年目标", "一季度完成", "上半年完成", "备注")
READ = """\
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            cell.value, cell.data_type, cell.number_format
"""
"""Reads values, errors and number formats by openpyxl, the one library that tells all three."""

WIDTH = 100


def write_workbook(size: int, path: Path) -> None:
    """Writes so many targets, one a row, with their goals and actuals."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("计划")
    sheet.write_row(0, 0, HEAD)
    for row, target in enumerate(generate.targets(size), 1):
        first, last = (None, None, *accumulate(figure for _, figure in target.increments))[-2:]
        figures = [None if each is None else float(each) for each in (target.goal, first, last)]
        sheet.write_row(row, 0, (target.id, target.name, target.unit, *figures, "按月调度"))
    book.close()


def write_numbers(rows: int, path: Path) -> None:
    """Writes a workbook of so many rows with a hundred numbers each: a goal, an actual and others."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("数据")
    sheet.write_row(0, 0, ("指标名称", "目标值", "完成值", *(f"列{number}" for number in range(2, WIDTH))))
    for row in range(1, rows + 1):
        sheet.write_string(row, 0, f"指标{row}")
        for column in range(1, WIDTH + 1):
            sheet.write_number(row, column, (row * column % 10_007 + 1) / 100)
    book.close()


def write_unknown(size: int, number: int, path: Path) -> None:
    """Writes a table of so many names that are nearly, but not quite, those of targets of a plan."""
    known = [target.name for target in generate.targets(size)]
    rows = [f"{name[:-1]}甲{name[-1]},1\n" for name in known[:: size // number][:number]]
    path.write_text("指标名称,完成值\n" + "".join(rows), encoding="utf-8")
