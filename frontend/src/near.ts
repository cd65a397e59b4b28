/** The word that somebody meant: the nearest of those that a site has. */

/**
 * Each word, or where none of `known` begins with it, the nearest of them.
 *
 * A letter too many, missing or wrong, and two that changed places, count as one each: one may be
 * in a word of four letters, two in one of eight, as in the search of a served site.
 */
export function nearWords(words: string[], known: Set<string>): string[] {
  const all = [...known];
  return words.map((word) =>
    known.has(word) || all.some((one) => one.startsWith(word)) ? word : nearest(word, all),
  );
}

function nearest(word: string, known: string[]): string {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best = word;
  let least = most + 1;
  for (const one of known) {
    if (Math.abs(one.length - word.length) <= most) {
      const far = distance(word, one);
      if (far < least || (far === least && one < best)) {
        best = one;
        least = far;
      }
    }
  }
  return best;
}

/** How many letters to add, leave out, change or swap (Damerau 1964, each place changed once). */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[other.length] ?? 0;
}
