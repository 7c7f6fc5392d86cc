"""The terminal reader for arXiv paper digests."""

__version__ = "0.1.0"
