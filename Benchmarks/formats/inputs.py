"""Makes the inputs that are not published at the size needed: each is real data, repeated or set as PDF."""
import json
import pathlib
import re
import textwrap


def megabytes(path, pattern="*"):
    """Size of a file, or of a folder's files, in 10⁶ bytes."""
    path = pathlib.Path(path)
    if path.is_file():
        return path.stat().st_size / 1e6
    return sum(file.stat().st_size for file in path.rglob(pattern) if file.is_file()) / 1e6


def repeated_notices(source, folder, times):
    """Copies of notices, each round with identifiers of its own: one repeated to the byte is read but not stored."""
    folder.mkdir()
    digits = re.compile(rb"[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")
    for path in sorted(source.rglob("*.xml")):
        content = path.read_bytes()
        for turn in range(times):
            # The first two of the eight digits tell the rounds apart; the forms' own identifiers stay as they are.
            mark = b"%02x" % turn
            copy = content if turn == 0 else digits.sub(lambda match: mark + match[0][2:], content)
            (folder / f"{turn:02}-{path.name}").write_bytes(copy)
    return folder


def repeated_thesaurus(source, path, times):
    """A thesaurus in Turtle, each round under names of its own."""
    content = source.read_text(encoding="utf-8-sig")
    with path.open("w", encoding="utf-8") as output:
        for turn in range(times):
            output.write(content.replace("/taxonomies/euroscivoc", f"/taxonomies/euroscivoc-{turn:02}") + "\n")
    return path


def documents(source, folder, count):
    """The first notices of a file of JSON lines as PDF: lines of 95 characters, 55 to a page, in Windows-1252."""
    folder.mkdir()
    with source.open(encoding="utf-8") as lines:
        for number, line in zip(range(count), lines):
            notice = json.loads(line)
            text = notice.get("text") or notice.get("description") or line
            (folder / f"{number:03}.pdf").write_bytes(document(text))
    return folder


def document(text):
    """A PDF of plain text."""
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, 95) or [""]] or [""]
    pages = [lines[start:start + 55] for start in range(0, len(lines), 55)]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for index, page in enumerate(pages):
        body = b"BT /F1 10 Tf 13 TL 50 780 Td\n" + b"".join(
            b"(" + re.sub(rb"([\\()])", rb"\\\1", line.encode("cp1252", "replace")) + b") Tj T*\n"
            for line in page) + b"ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + b"/Contents %d 0 R >>" % (5 + 2 * index))
        objects.append(b"<< /Length %d >>\nstream\n" % len(body) + body + b"\nendstream")
    written, places = b"%PDF-1.4\n", []
    for index, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n" % index + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
            + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written)))
