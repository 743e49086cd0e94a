"""PDFs made by hand: pages of lines of text in any script, without a font, or pages without any text."""

from collections.abc import Sequence


def pdf(*pages: list[str]) -> bytes:
    """Makes a PDF with a page for each list of lines."""
    objects: list[bytes] = []
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    objects.append(_stream(_to_unicode(pages)))
    for index, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            + f" /Contents {7 + 2 * index} 0 R >>".encode()
        )
        shown = [
            f"1 0 0 1 50 {800 - 20 * at} Tm <{line.encode('utf-16-be').hex()}> Tj"
            for at, line in enumerate(lines)
        ]
        objects.append(_stream("\n".join(["BT /F1 12 Tf", *shown, "ET"] if lines else []).encode()))
    return _file(objects)


def _to_unicode(pages: Sequence[list[str]]) -> bytes:
    """Tells that the codes of these texts are those of UTF-16; to read about all codes takes long."""
    text = "".join(line for lines in pages for line in lines).encode("utf-16-be").hex()
    codes = sorted({text[at : at + 4] for at in range(0, len(text), 4)})
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"1 beginbfrange <{code}> <{code}> <{code}> endbfrange" for code in codes),
            "endcmap end end",
        ]
    ).encode()


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return content + tail.encode() + f"startxref\n{len(content)}\n%%EOF\n".encode()
