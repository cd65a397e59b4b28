/** Finding areas and indicators in the list that a site of files carries. */

export interface Kind {
  title: string;
  folder: string;
  /** Code and name of each area. */
  areas: [string, string][];
}

export interface Index {
  kinds: Kind[];
  /** Title, theme and address of each indicator. */
  indicators: [string, string, string][];
}

export interface Found {
  name: string;
  about: string;
  href: string;
}

/** Everything that `text` is part of: whole names first, then beginnings, then words, then parts. */
export function find(index: Index, text: string): Found[] {
  const sought = plain(text);
  if (sought === "") {
    return [];
  }
  const found: { rank: number; one: Found }[] = [];
  const keep = (rank: number, one: Found): void => {
    if (rank < NONE) {
      found.push({ rank, one });
    }
  };
  for (const [title, theme, href] of index.indicators) {
    keep(Math.min(rankOf(title, sought), rankOf(theme, sought)), {
      name: title,
      about: `Indicator, ${theme}`,
      href,
    });
  }
  for (const { title, folder, areas } of index.kinds) {
    for (const [code, name] of areas) {
      keep(Math.min(rankOf(name, sought), rankOf(code, sought)), {
        name,
        about: `${title}, ${code}`,
        href: `${folder}/${encodeURIComponent(code)}/index.html`,
      });
    }
  }
  return found.sort((a, b) => a.rank - b.rank || order(a.one, b.one)).map(({ one }) => one);
}

const NONE = 4;

function rankOf(text: string, sought: string): number {
  const said = plain(text);
  if (said === sought) {
    return 0;
  }
  if (said.startsWith(sought)) {
    return 1;
  }
  return said.includes(` ${sought}`) ? 2 : said.includes(sought) ? 3 : NONE;
}

/** Without case, accents and what joins words. */
function plain(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  return bare.replace(/['’]/g, "").replace(/[\s,.&()/-]+/g, " ").trim();
}

function order(a: Found, b: Found): number {
  return a.name.localeCompare(b.name, "en-GB");
}
