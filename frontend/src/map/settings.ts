/** What a figure's `data-` attributes say. */

/** Of one class: colour, pattern (0 plain, 1 hatched, 2 dotted), its ink, and its name if it has one. */
export type Fill = [colour: string, pattern: number, ink: string, label: string];

/** One indicator on the map: what changes when the reader picks another. */
export interface Choice {
  classes: string;
  values: string;
  fills: Fill[];
  unit: string;
  decimals: number;
  areaUrl: string;
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

export function readChoice(data: DOMStringMap): Choice {
  return {
    classes: required(data, "classes"),
    values: required(data, "values"),
    fills: JSON.parse(required(data, "fills")) as Fill[],
    unit: data.unit ?? "",
    decimals: Number(data.decimals ?? 0),
    areaUrl: data.areaUrl ?? "",
  };
}

export function addressOf(choice: Choice, code: string): string | null {
  return choice.areaUrl ? choice.areaUrl.replace("{code}", encodeURIComponent(code)) : null;
}
