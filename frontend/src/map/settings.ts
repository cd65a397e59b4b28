/** What a figure's (or a choice's) `data-` attributes say. */

/** One indicator on the map: what changes when the reader picks another. */
export interface Choice {
  values: string;
  breaks: number[];
  palette: string[];
  unit: string;
  decimals: number;
  areaUrl: string;
  title: string;
}

/** The areas: the same whatever is shown of them. */
export interface Areas {
  ids: string;
  areas: string;
  tiles: string | null;
}

export interface About {
  codes: string[];
  names: string[];
  mercator: [number, number, number, number];
}

function required(data: DOMStringMap, name: string): string {
  const said = data[name];
  if (said === undefined || said === "") {
    throw new Error(`the map has no data-${name}`);
  }
  return said;
}

export function readAreas(data: DOMStringMap): Areas {
  return {
    ids: required(data, "ids"),
    areas: required(data, "areas"),
    tiles: data.tiles ? new URL(data.tiles, location.href).href : null,
  };
}

/** A choice; what `data` leaves out is as in `otherwise`. */
export function readChoice(data: DOMStringMap, otherwise?: Choice): Choice {
  const breaks = data.breaks ? (JSON.parse(data.breaks) as number[]) : otherwise?.breaks;
  const palette = data.palette ? (JSON.parse(data.palette) as string[]) : otherwise?.palette;
  if (!breaks || palette?.length !== breaks.length + 1) {
    throw new Error("the map needs one colour more than it has breaks");
  }
  return {
    values: required(data, "values"),
    breaks,
    palette,
    unit: data.unit ?? otherwise?.unit ?? "",
    decimals: Number(data.decimals ?? otherwise?.decimals ?? 0),
    areaUrl: data.areaUrl ?? otherwise?.areaUrl ?? "",
    title: data.title ?? otherwise?.title ?? "",
  };
}

export function addressOf(choice: Choice, code: string): string | null {
  return choice.areaUrl ? choice.areaUrl.replace("{code}", encodeURIComponent(code)) : null;
}
