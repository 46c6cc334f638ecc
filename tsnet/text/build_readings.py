"""Build `readings.txt`, the readings of all Chinese characters of GBK, from pypinyin's table.

Run as `python -m tsnet.text.build_readings`, with the `tables` extra installed, when the pinned
pypinyin changes. The file exists because importing pypinyin costs more time and memory than the
rest of the package.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

from tsnet.text.gbk import character_of

READINGS_FILE = Path(__file__).with_name("readings.txt")
"""Lines of a reading, a space, and the characters that have it, in the order of their codes."""


def readings_table() -> str:
    """Give the file's text."""
    return "".join(f"{reading} {''.join(chars)}\n" for reading, chars in _readings().items())


def _readings() -> dict[str, list[str]]:
    """Give for each reading, with its tone mark, the GBK characters that may be read so."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            if character := character_of(lead, trail):
                for reading in PINYIN_DICT.get(ord(character), "").split(","):
                    if reading and _in_gbk(reading):
                        table[reading].append(character)
    return dict(sorted(table.items()))


def main() -> None:
    """Write the file."""
    READINGS_FILE.write_text(readings_table(), encoding="utf-8")


def _in_gbk(reading: str) -> bool:
    try:
        reading.encode("gb18030").decode("gbk")
    except UnicodeDecodeError:
        # ǹ is in GB 18030 alone; it stands in annotations all the same.
        return "ǹ" in reading
    return True


if __name__ == "__main__":
    main()
