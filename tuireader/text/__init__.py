"""The one way in for text from outside: decode, sanitise, NFC, TeX to readable text."""

from tuireader.text.decode import Decoded, decode
from tuireader.text.language import language_of
from tuireader.text.safe import SafeText, sanitise

__all__ = ["Decoded", "SafeText", "decode", "language_of", "sanitise"]
