"""Papers in memory: finds and reads digests, indexes them, filters and counts."""
