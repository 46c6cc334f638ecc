"""Spiders: the order of the crawl and nothing else."""
