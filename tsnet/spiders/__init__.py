"""Spiders, which hold the order of the crawl and nothing else, and the rules that they follow."""
