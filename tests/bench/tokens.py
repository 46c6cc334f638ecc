"""Pairs of characters against a segmenter's words: ``python -m tests.bench.tokens``.

Questions with known answers: words, names and pieces cut out of the texts; an answer is every
paragraph of the texts that holds the piece. Told of each kind of token: recall and precision of the
tokens alone, before any look at a text, and milliseconds for a text of 1,500 characters.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import jieba

from tsnet.text.tokens import fold, needed, tokens

TEXTS = Path(__file__).parents[1] / "texts"
NAMES = ("刘翔", "刘芳", "张柱", "朱立凡", "万平", "杨秀理", "刘", "万")
QUESTIONS = 150


def words(text: str) -> list[str]:
    """A segmenter's tokens, in the mode that it has for search engines."""
    return sorted(set(jieba.lcut_for_search(fold(text))))


def by_pairs(term: str, there: set[str]) -> bool:
    """Whether a text with these tokens is found."""
    need = needed(term)
    return set(need.tokens) <= there and (
        need.prefix is None or any(token.startswith(need.prefix) for token in there)
    )


cut = cache(jieba.lcut)


def by_words(term: str, there: set[str]) -> bool:
    """The same for the segmenter's."""
    return set(cut(term)) <= there


def questions(paragraphs: list[str]) -> dict[str, list[str]]:
    """Terms by how they were chosen."""
    rng = random.Random(5)
    found: dict[str, set[str]] = {"words": set(), "pieces": set(), "names": set(NAMES)}
    while len(found["words"]) < QUESTIONS:
        cut = [
            one for one in jieba.lcut(rng.choice(paragraphs)) if re.fullmatch("[一-鿿]{2,4}", one)
        ]
        found["words"].update(cut[:1])
    while len(found["pieces"]) < QUESTIONS:
        text = rng.choice(paragraphs)
        start = rng.randrange(len(text))
        piece = text[start : start + rng.randrange(2, 6)]
        if re.fullmatch("[一-鿿]{2,5}", piece):
            found["pieces"].add(piece)
    return {name: sorted(terms) for name, terms in found.items()}


def milliseconds(make: Callable[[str], list[str]], text: str) -> float:
    """Least of five, for 1,500 characters."""
    times = []
    for _ in range(5):
        started = time.perf_counter()
        make(text)
        times.append(time.perf_counter() - started)
    return round(min(times) * 1000, 2)


def main() -> None:
    """Print a row of figures for each kind of token and of question."""
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    paragraphs = [
        line.strip()
        for path in sorted(TEXTS.glob("*.txt"))
        for line in path.read_text("utf-8").partition("\n\n")[2].splitlines()
        if line.strip()
    ]
    long_text = "\n".join(paragraphs)[:1500]
    folded = [fold(one) for one in paragraphs]
    for name, make, finds in (("pairs", tokens, by_pairs), ("words", words, by_words)):
        held = [set(make(one)) for one in paragraphs]
        took = milliseconds(make, long_text)
        for kind, terms in questions(paragraphs).items():
            right = found = wanted = 0
            for term in terms:
                answer = {at for at, text in enumerate(folded) if term in text}
                got = {at for at, there in enumerate(held) if finds(term, there)}
                right += len(answer & got)
                found += len(got)
                wanted += len(answer)
            row: dict[str, object] = {
                "tokens": name,
                "questions": f"{len(terms)} {kind}",
                "recall": round(right / wanted, 4),
                "precision": round(right / found, 4) if found else None,
                "ms": took,
                "tokens_of_1500_characters": len(make(long_text)),
            }
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
