"""One crawl on many machines: what scrapy-redis lacks for that (docs/scaling.md)."""
