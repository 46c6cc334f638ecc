"""What is known of the site: addresses, listings, article pages. No Scrapy, no I/O."""
