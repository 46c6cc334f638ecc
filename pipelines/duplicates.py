"""What duplicates are found by, where the extraction's workers have not filled it in already."""

from __future__ import annotations

from typing import Any

from tsnet.items import Article
from tsnet.store.fingerprints import mark


class DuplicatesPipeline:
    """Fills ``content_hash`` and ``bands`` of an article from its body."""

    def process_item(self, item: Any) -> Any:
        """Pass every item on."""
        if isinstance(item, Article) and not item.content_hash:
            mark(item)
        return item
