"""What the documentation points at is there."""

from __future__ import annotations

import doctest
import importlib
import math
import re
from pathlib import Path

import pytest

from settings import production
from tests.crawling import ROOT, project_settings
from tsnet.arguments import CrawlArguments
from tsnet.configuration import SETTINGS
from tsnet.monitors import LIMITS
from tsnet.site.contents import REASONS
from tsnet.site.reader import MOST_LINES, MOST_NESTED, MOST_REFERENCES, MOST_TAGS
from tsnet.store.schema import article_schema

PAGES = sorted(
    [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")]
)
WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted((ROOT / "tsnet").rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)")
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWERED = re.compile(r"^(\w+\(.*\))\n# (.+)$", re.MULTILINE)
"""A call in an example, and what the page says that it gives."""
IN_CODE = re.compile(r"\bdocs/[a-z-]+\.md\b")


def anchors(page: Path) -> set[str]:
    """The names by which GitHub lets a link lead to the headings of ``page``."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}


def rows(name: str) -> dict[str, list[str]]:
    """The rows of the tables of ``docs/<name>``: each name in the first cell, and the others."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines():
        first, *others = [cell.strip() for cell in line.strip("|").split("|")]
        found |= dict.fromkeys(re.findall(r"`([^`]+)`", first), others)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target, heading in LINK.findall(page.read_text(encoding="utf-8")):
        path = page.parent / target if target else page
        assert path.exists(), target
        assert not heading or heading in anchors(path), (target, heading)


def test_what_examples_say_that_a_call_gives_is_given() -> None:
    examples = [one for page in PAGES for one in PYTHON.findall(page.read_text(encoding="utf-8"))]
    told = [(example, answered) for example in examples for answered in ANSWERED.findall(example)]
    assert told
    for example, (call, answer) in told:
        names: dict[str, object] = {}
        exec(example, names)
        assert repr(eval(call, names)) == answer


def test_every_field_of_the_record_has_its_row() -> None:
    documented = {name.partition(".")[0] for name in rows("record.md")}
    assert sorted(set(article_schema()["properties"]) - documented) == []


def test_every_reason_of_a_reject_is_told() -> None:
    documented = rows("store.md")
    assert {reason: documented[reason][0] for reason in REASONS} == REASONS


def test_what_a_page_may_have_at_most_is_told() -> None:
    text = " ".join((ROOT / "docs" / "extraction.md").read_text(encoding="utf-8").split())
    assert (
        f"more than {MOST_TAGS:,} tags, {MOST_LINES:,} lines, {MOST_REFERENCES:,} character"
        f" references, or {MOST_NESTED:,} elements in each other"
    ) in text


def test_the_limits_of_checks_are_those_told() -> None:
    cells = [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    told = {row[2]: row[3:] for row in cells if len(row) == 5 and row[2] in LIMITS}
    assert told.keys() == LIMITS.keys() - {"MIN_ARTICLES"}
    for name, (default, stricter) in told.items():
        assert default == ("none" if LIMITS[name] == math.inf else f"{LIMITS[name]:.10g}"), name
        in_production = production.TSNET_MONITOR_LIMITS.get(name)
        assert stricter == ("" if in_production is None else f"{in_production:g}"), name


def test_the_defaults_of_settings_are_those_told() -> None:
    told = {name: cells[0].strip("`") for name, cells in rows("settings.md").items() if cells}
    settings = project_settings()
    settings.setmodule("settings.distributed", priority="project")
    for name in (setting.name for setting in SETTINGS):
        default = settings.get(name)
        if isinstance(default, (int, float, str)) and default != "":
            assert told[name] == (f"{default:g}" if isinstance(default, float) else str(default))


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


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed
