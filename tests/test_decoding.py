from __future__ import annotations

import codecs
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tsnet.site.decoding import decode

TEXT = "天山网-新疆日报讯（记者刘翔报道）3月18日，伊宁市。"
PAGE = f"<html><head></head><body>{TEXT}</body></html>"


def page(declared: str) -> str:
    return f'<html><head><meta charset="{declared}"></head><body>{TEXT}</body></html>'


@pytest.mark.parametrize(
    ("body", "content_type", "encoding"),
    [
        (PAGE.encode(), "", "utf-8"),
        (PAGE.encode("gbk"), "", "gb18030"),
        (page("gb2312").encode("gbk"), "text/html", "gb18030"),
        (page("gbk").encode(), "text/html", "utf-8"),
        (page("utf-8").encode("gbk"), "text/html", "gb18030"),
        (PAGE.encode(), "text/html; charset=GBK", "utf-8"),
        (PAGE.encode("gbk"), "text/html; charset=utf-8", "gb18030"),
        (PAGE.encode("gbk"), "text/html; charset=ISO-8859-1", "gb18030"),
        (PAGE.encode("gbk"), "text/html; charset=windows-1252", "gb18030"),
        (PAGE.encode("gbk"), "text/html; charset=us-ascii", "gb18030"),
        (codecs.BOM_UTF8 + PAGE.encode(), "text/html; charset=gbk", "utf-8"),
        (codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"), "", "utf-16-le"),
        (page("big5").replace(TEXT, "天山新聞").encode("big5"), "", "big5"),
        (page("no-such-code").encode("gbk"), "", "gb18030"),
    ],
)
def test_the_bytes_decide_before_the_declaration(
    body: bytes, content_type: str, encoding: str
) -> None:
    decoded = decode(body, content_type)
    assert decoded.encoding == encoding
    assert "天山" in decoded.text
    assert "\ufffd" not in decoded.text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_character_cut_at_the_end_is_all_that_is_lost(encoding: str) -> None:
    decoded = decode(PAGE.encode(encoding) + "疆".encode(encoding)[:-1])
    assert decoded.encoding == encoding
    assert decoded.text == PAGE + "\ufffd"


def test_user_defined_areas_of_gbk_become_private_use_characters() -> None:
    decoded = decode(PAGE.encode("gbk") + b"\xaa\xa1\xf8\xa1")
    assert decoded.text == PAGE + "\ue000\ue234"


def test_one_bad_byte_does_not_change_the_encoding() -> None:
    assert decode((PAGE * 5).encode() + b"\xff" + PAGE.encode()).encoding == "utf-8"
    assert decode((PAGE * 5).encode("gbk") + b"\xff" + PAGE.encode("gbk")).encoding == "gb18030"


@given(st.binary(max_size=400), st.text(max_size=40))
def test_no_bytes_and_no_header_make_it_raise(body: bytes, content_type: str) -> None:
    decode(body, content_type)
    decode(b"<meta charset=" + body, content_type)


def test_a_declaration_is_looked_for_in_linear_time() -> None:
    began = process_time()
    decode("春到伊犁".encode("gb18030"), "text/html; charset=" + " " * 50_000)
    assert process_time() - began < 2
