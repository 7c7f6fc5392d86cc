"""The screens: the reader, and what opens above it."""
