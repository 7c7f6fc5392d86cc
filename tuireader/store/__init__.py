"""What is kept on disk: the cache and the reader's state. Only this knows TinyDB."""
