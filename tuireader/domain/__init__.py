"""The values that the program speaks of; standard library only."""
