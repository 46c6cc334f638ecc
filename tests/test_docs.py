"""What the documentation points at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.crawling import ROOT, project_settings
from tsnet.arguments import CrawlArguments
from tsnet.configuration import SETTINGS

PAGES = sorted(
    [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")]
)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#[^)]*)?\)")
IN_CODE = re.compile(r"\bdocs/[a-z-]+\.md\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


def test_every_page_that_the_code_names_is_there() -> None:
    sources = [
        path for top in ("tsnet", "pipelines", "settings") for path in ROOT.glob(f"{top}/**/*.py")
    ]
    named = {name for path in sources for name in IN_CODE.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_setting_and_argument_is_documented() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    own = {name for name in project_settings() if name.startswith(("TSNET_", "MONGO_"))}
    documented = own - {"TSNET_REQUIRED", "TSNET_PROGRESS"}
    documented |= {setting.name for setting in SETTINGS} | set(CrawlArguments.__slots__)
    assert sorted(name for name in documented if f"`{name}`" not in text) == []
