"""How hard words are to read: the Flesch-Kincaid grade, which is a year of school in America.

Source:
    Kincaid and others (1975), Derivation of new readability formulas for Navy enlisted personnel.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d,.]*%?")
_SENTENCE = re.compile(r"(?<=[a-z\d%)\]])[.!?](?:\s+|\Z)")


def grade(text: str) -> float:
    """The grade of a text, which may be below 0."""
    sentences = [one for one in _SENTENCE.split(text) if _WORD.search(one)]
    words = _WORD.findall(text)
    if not words:
        return 0.0
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def syllables_of(word: str) -> int:
    """By groups of vowels, without a silent e; a number is said to have one."""
    small = word.lower()
    if not small[0].isalpha():
        return 1
    small = re.sub(
        r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouycgsxz])es$", "", small
    )
    return max(1, len(re.findall(r"[aeiouy]+", small)))


def without(text: str, names: Iterable[str]) -> str:
    """`text` with every name that is data and not ours put as one short word."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "it")
    return text
