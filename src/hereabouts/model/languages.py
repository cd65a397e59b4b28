"""The languages that the words of a site can be in."""

from collections.abc import Mapping

ENGLISH = "en"
#: Two letters -> what a language calls itself.
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "cy": "Cymraeg"}
