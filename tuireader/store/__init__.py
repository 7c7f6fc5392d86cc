"""What is kept on disk: the cache of what was read. Only this package knows TinyDB."""
