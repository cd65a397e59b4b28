/**
 * Words that scripts add, in the language of the page. A page that is not in English hands them over
 * in a block of JSON, English first; a word that it lacks is said in English.
 */

type Words = Readonly<Record<string, string>>;

let handed: Words | null = null;

/** `english`, or what `words` has for it, with `{name}` replaced by each value. */
export function inWords(
  words: Words,
  english: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = words[english] ?? english;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function spoken(english: string, values?: Readonly<Record<string, string | number>>): string {
  handed ??= readWords();
  return inWords(handed, english, values);
}

function readWords(): Words {
  const block = globalThis.document?.getElementById("hb-words");
  return block ? (JSON.parse(block.textContent ?? "{}") as Words) : {};
}
