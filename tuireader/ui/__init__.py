"""The screen: what the reader sees and presses."""
