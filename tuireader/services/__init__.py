"""The world outside: clipboard, browser, and what is written for other programs."""
