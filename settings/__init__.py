"""Scrapy settings, one module a situation, chosen by name in scrapy.cfg or SCRAPY_PROJECT."""
