"""Pure functions on Chinese news text: no HTML, no Scrapy, no I/O."""
