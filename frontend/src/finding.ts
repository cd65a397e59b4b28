/** Finding areas and all else in the list that a site of files carries. */

import { nearWords } from "./near";

export interface Kind {
  title: string;
  folder: string;
  /** Code and name of each area. */
  areas: [string, string][];
}

/** Title, what is said of it, its address, and every name it has. */
export type Thing = [string, string, string, string[]];

export interface Index {
  kinds: Kind[];
  /** Indicators, pages, products and words. */
  things: Thing[];
  /** Names that mean the same. */
  same: string[][];
}

export interface Found {
  name: string;
  about: string;
  href: string;
}

export interface Answer {
  found: Found[];
  /** What was looked for, where nothing is called what was typed. */
  instead: string;
  /** Whether some of the words were enough. */
  partly: boolean;
}

interface Listed {
  one: Found;
  names: string[];
}

/** What `text` finds: as typed, then as nearly spelt, then by any of its words. */
export function find(index: Index, text: string): Answer {
  const sought = plain(text);
  const listed = all(index);
  const typed = strictly(listed, sought, index.same);
  if (typed.length > 0 || sought === "") {
    return { found: typed, instead: "", partly: false };
  }
  const known = new Set(listed.flatMap(({ names }) => names.flatMap((name) => name.split(" "))));
  const words = nearWords(sought.split(" "), known);
  const nearly = words.join(" ");
  const instead = nearly === sought ? "" : nearly;
  const near = instead === "" ? [] : strictly(listed, nearly, index.same);
  if (near.length > 0) {
    return { found: near, instead, partly: false };
  }
  const some = words.length < 2 ? [] : ranked(listed, (names) => anyOf(names, words));
  return { found: some, instead: some.length > 0 ? instead : "", partly: some.length > 0 };
}

const NONE = 5;
const SHORTEST_WORD = 4;

function all(index: Index): Listed[] {
  const things = index.things.map(([name, about, href, names]) => ({
    one: { name, about, href },
    names: [name, ...names].map(plain),
  }));
  const areas = index.kinds.flatMap(({ title, folder, areas: some }) =>
    some.map(([code, name]) => ({
      one: {
        name,
        about: `${title}, ${code}`,
        href: `${folder}/${encodeURIComponent(code)}/index.html`,
      },
      names: [plain(name), plain(code)],
    })),
  );
  return [...things, ...areas];
}

/** Everything with all of the words, in any of their wordings; whole names first. */
function strictly(listed: Listed[], sought: string, same: string[][]): Found[] {
  if (sought === "") {
    return [];
  }
  const said = wordings(sought, same);
  return ranked(listed, (names) =>
    Math.min(...said.flatMap((wording) => names.map((name) => rankOf(name, wording)))),
  );
}

function ranked(listed: Listed[], rank: (names: string[]) => number): Found[] {
  return listed
    .map(({ one, names }) => ({ one, at: rank(names) }))
    .filter(({ at }) => at < NONE)
    .sort((a, b) => a.at - b.at || a.one.name.localeCompare(b.one.name, "en-GB"))
    .map(({ one }) => one);
}

function rankOf(name: string, sought: string): number {
  if (name === sought) {
    return 0;
  }
  if (name.startsWith(sought)) {
    return 1;
  }
  if (name.includes(` ${sought}`)) {
    return 2;
  }
  if (name.includes(sought)) {
    return 3;
  }
  return sought.split(" ").every((word) => ` ${name}`.includes(` ${word}`)) ? 4 : NONE;
}

function anyOf(names: string[], words: string[]): number {
  const told = words.filter((word) => word.length >= SHORTEST_WORD);
  const held = told.filter((word) => names.some((name) => ` ${name}`.includes(` ${word}`)));
  return held.length === 0 ? NONE : NONE - held.length / (told.length + 1);
}

/** `text`, then with each name of a term in the place of another. */
function wordings(text: string, same: string[][]): string[] {
  const padded = ` ${text} `;
  const others = same.flatMap((names) =>
    names
      .filter((name) => padded.includes(` ${name} `))
      .flatMap((name) => names.map((other) => padded.replace(` ${name} `, ` ${other} `).trim())),
  );
  return [...new Set([text, ...others])];
}

/** Without case, accents and what joins words. */
function plain(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  return bare.replace(/['’]/g, "").replace(/[\s,.&()/-]+/g, " ").trim();
}
