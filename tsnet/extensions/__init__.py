"""Scrapy extensions: what surrounds a crawl."""
