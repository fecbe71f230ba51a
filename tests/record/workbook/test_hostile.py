import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.record.workbook import package, sheets
from bot.record.workbook.read import read_workbook
from db.refused import Refused

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    f'<Relationships><Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
BOOK = f'<workbook xmlns:r="{RELATED}"><sheets><sheet name="partners" r:id="r1"/></sheets></workbook>'
BOOK_RELATED = (
    f'<Relationships><Relationship Id="r1" Type="{RELATED}/worksheet" Target="sheet.xml"/></Relationships>'
)
HEADING = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
ONE_ROW = '<row><c t="str"><v>lnb</v></c></row>'


def parcel(file: Path, sheet: str | bytes, **parts: str) -> Path:
    """The least that is a workbook, with one sheet as given."""
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", ROOT)
        made.writestr("xl/workbook.xml", parts.get("book", BOOK))
        made.writestr("xl/_rels/workbook.xml.rels", parts.get("related", BOOK_RELATED))
        made.writestr("xl/sheet.xml", sheet)
    return file


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f"{before}<worksheet><sheetData>{HEADING}{rows}</sheetData>{after}</worksheet>"


def stuffed(file: Path, what: str, times: int, frame: str = "{}") -> Path:
    """A workbook whose one sheet holds the same thing again and again: small as long as it is packed."""
    parcel(file, "", related=BOOK_RELATED.replace("sheet.xml", "long.xml"))
    before, after = sheet(frame).split("{}")
    with ZipFile(file, "a", ZIP_DEFLATED, compresslevel=1) as made, made.open("xl/long.xml", "w") as stream:
        stream.write(before.encode())
        for _ in range(times // 10_000):
            stream.write(what.encode() * 10_000)
        stream.write(after.encode())
    return file


def refusal(file: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_workbook(file)
    return refused.value.key


def test_the_least_workbook_is_read(tmp_path: Path) -> None:
    read = read_workbook(parcel(tmp_path / "a.xlsx", sheet(ONE_ROW)))
    assert [(row.row, dict(row.cells)) for row in read.rows] == [(2, {"id": "lnb"})]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "workbook-not-xlsx"),
        (b"id,name_en\nlnb,Latvia\n", "workbook-not-xlsx"),
        (b"%PDF-1.7 ...", "workbook-not-xlsx"),
        (b"PK\x03\x04 torn off", "workbook-not-xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-locked"),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path: Path, content: bytes, key: str) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    assert refusal(file) == key


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with ZipFile(file, "w") as made:
        made.writestr("word/document.xml", "<document/>")
    assert refusal(file) == "workbook-not-xlsx"


def test_a_workbook_without_one_of_our_sheets(tmp_path: Path) -> None:
    other = BOOK.replace("partners", "Sheet1")
    assert refusal(parcel(tmp_path / "a.xlsx", sheet(""), book=other)) == "workbook-without-sheets"


@pytest.mark.parametrize(
    "content",
    [
        sheet(ONE_ROW)[:-20],
        "not xml at all",
        "",
        sheet(ONE_ROW, before='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
        sheet(ONE_ROW, before='<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
        sheet(ONE_ROW, before='<?xml version="1.0" encoding="no-such-code"?>'),
        "<a>" * 100_000,
        sheet("<row><c><v>&unknown;</v></c></row>"),
    ],
)
def test_damaged_and_tricky_xml_is_refused(tmp_path: Path, content: str) -> None:
    assert refusal(parcel(tmp_path / "a.xlsx", content)) == "workbook-damaged"


def test_a_damaged_part_is_refused(tmp_path: Path) -> None:
    file = parcel(tmp_path / "a.xlsx", sheet(ONE_ROW * 50))
    whole = bytearray(file.read_bytes())
    at = whole.index(b"xl/sheet.xml") + 60
    whole[at : at + 20] = b"\xff" * 20
    file.write_bytes(whole)
    assert refusal(file) == "workbook-damaged"


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c t="s"><v>9</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="s"><v>99999999999999999999</v></c></row>',
        '<row><c t="e"><v>#REF!</v></c></row>',
    ],
)
def test_texts_that_are_not_there_are_errors(tmp_path: Path, rows: str) -> None:
    read = read_workbook(parcel(tmp_path / "a.xlsx", sheet(rows)))
    assert [(one.row, one.column, one.key) for one in read.refused] == [(2, "id", "cell-error")]


def test_a_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    far = (
        '<row r="1048576"><c r="A1048576"><v>5</v></c><c r="XFD1048576"><v>1</v></c>'
        '<c r="ZZZZZZ9"><v>1</v></c></row>'
    )
    read = read_workbook(parcel(tmp_path / "a.xlsx", sheet(far)))
    assert [(row.row, dict(row.cells)) for row in read.rows] == [(1048576, {"id": "5"})]


def test_merges_that_cover_everything_cost_nothing(tmp_path: Path) -> None:
    merges = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"
    read = read_workbook(parcel(tmp_path / "a.xlsx", sheet(ONE_ROW, after=merges)))
    assert [one.key for one in read.refused] == ["cell-merged"]


def test_both_dialects_and_any_prefix_are_read(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {"book": BOOK.replace(RELATED, strict), "related": BOOK_RELATED.replace(RELATED, strict)}
    prefixed = sheet(ONE_ROW).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    prefixed = prefixed.replace("<x:worksheet>", '<x:worksheet xmlns:x="urn:x">')
    for content in (sheet(ONE_ROW), prefixed, sheet(ONE_ROW).encode("utf-16")):
        read = read_workbook(parcel(tmp_path / "a.xlsx", content, **parts))
        assert [dict(row.cells) for row in read.rows] == [{"id": "lnb"}]


CELLS = "".join(
    f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("p1", "Library", "Riga", "LV", "note")
)


@pytest.mark.parametrize(
    ("what", "times", "frame", "key"),
    [
        (f"<row>{CELLS}</row>", 400_000, "{}", "workbook-too-long"),
        ("<c><v>1</v></c>", 3_000_000, "<row>{}</row>", "workbook-too-large"),
        (" ", 300_000_000, "{}", "workbook-too-large"),
        ("x", 90_000_000, '<row><c t="str"><v>{}</v></c></row>', "too-long"),
    ],
)
def test_what_would_exhaust_a_reader_ends_soon_and_small(
    tmp_path: Path, what: str, times: int, frame: str, key: str
) -> None:
    file = stuffed(tmp_path / "bomb.xlsx", what, times, frame)
    ran = subprocess.run([sys.executable, "-c", READ, file], capture_output=True, text=True, check=True)
    told, seconds, mebibytes = ran.stdout.split()
    assert told == key
    assert float(seconds) < 15
    assert float(mebibytes) < 300


READ = """
import resource, sys, time
from pathlib import Path
from bot.record.workbook.read import read_workbook
from db.cells import read
from db.columns import column
from db.refused import Refused
from db.vocabulary import Sheet

def peak():
    try:
        # What the process that started this one had in memory does not count here.
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20

started = time.process_time()
try:
    for row in read_workbook(Path(sys.argv[1])).rows:
        read(column(Sheet.PARTNERS, "id"), row.cells["id"], None)
except Refused as refused:
    print(refused.key)
print(time.process_time() - started, peak())
"""


def test_the_limits_leave_room_for_a_large_registry() -> None:
    cells = sheets.MOST_ROWS * 12
    assert cells * 6 < package.MOST_TAGS
    assert cells * 100 < package.LARGEST_UNPACKED
