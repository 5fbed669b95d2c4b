import codecs

import pytest

from communique.reading.decoding import decode
from communique.reading.inputs import UnreadableError

TEXT = "“We agree,” said Orsk – in Köln."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_what_is_marked_or_utf8_is_read_without_a_word(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.message) == (TEXT, encoding, None)


def test_curly_quotes_of_windows_are_read_and_the_encoding_is_said() -> None:
    decoded = decode(("“We agree,” said the minister – and left. " * 4).encode("cp1252"))
    assert decoded.text.startswith("“We agree,” said")
    assert decoded.message
    assert "cp1252" in decoded.message


def test_another_alphabet_is_detected_and_said() -> None:
    russian = "Министр иностранных дел заявил в понедельник, что переговоры будут продолжены в Москве. "
    decoded = decode((russian * 4).encode("cp1251"))
    assert decoded.text.startswith("Министр")
    assert decoded.message
    assert "detected" in decoded.message


def test_wide_characters_without_a_mark_are_read() -> None:
    decoded = decode("The ministers met in Oslo.".encode("utf-16-le"))
    assert decoded.text == "The ministers met in Oslo."
    assert decoded.message
    assert "utf-16-le" in decoded.message


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><meta charset="iso-8859-1"><p>“Köln”</p></html>'.encode("cp1252")
    decoded = decode(page, page=True)
    assert "“Köln”" in decoded.text
    assert decoded.message is None


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 abc", b"\x89PNG\r\n", b"PK\x03\x04rest", b"text\0with\0\0\0nul" * 9, b"\x7fELF"]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(data)


def test_bytes_that_break_their_own_mark_are_replaced_and_said() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"Orsk \xff left.")
    assert decoded.text == "Orsk \ufffd left."
    assert decoded.message
    assert "byte 6" in decoded.message
