"""Downloader middlewares: Scrapy's own, where they would lose or mistake a page."""
