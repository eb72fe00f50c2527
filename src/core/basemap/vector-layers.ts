/**
 * What the layers of a vector tile file are, judged by their names: the schemas in use (Protomaps,
 * OpenMapTiles, Shortbread, a bureau's own) agree in little else. Borders are left out: the only ones
 * drawn are those of the open city.
 */

export type LayerMeaning = 'green' | 'built' | 'water' | 'building' | 'road' | 'place' | 'other';

export interface VectorLayer {
  readonly id: string;
  readonly meaning: LayerMeaning;
  /** The attribute that holds names, or null where the layer has none. */
  readonly nameField: string | null;
}

const meanings: readonly (readonly [RegExp, LayerMeaning | 'border'])[] = [
  [/bound|admin|border|disputed/i, 'border'],
  [/label|name|place|poi|settlement/i, 'place'],
  [/water|river|ocean|lake|hydro|stream/i, 'water'],
  [/build|house|structure/i, 'building'],
  [/road|street|transport|highway|path|rail|bridge|route/i, 'road'],
  [/landcover|wood|forest|park|green|grass|vegetation|natural/i, 'green'],
  [/landuse|land|earth|urban|residential/i, 'built'],
];
/** The likeliest first; the last one is the character of names in Chinese tables. */
const nameFields = [/^name[:_]zh/i, /^name$/i, /^mc$/i, /\u540d/];

/** `declared` is `vector_layers` of the file's own description. */
export function vectorLayers(declared: unknown): readonly VectorLayer[] {
  if (!Array.isArray(declared)) return [];
  return declared.flatMap((layer: { id?: unknown; fields?: unknown }) => {
    if (typeof layer?.id !== 'string') return [];
    const { id, fields } = layer;
    const meaning = meanings.find(([pattern]) => pattern.test(id))?.[1] ?? 'other';
    if (meaning === 'border') return [];
    const known = fields !== null && typeof fields === 'object' ? Object.keys(fields) : [];
    const nameField = nameFields
      .map((pattern) => known.find((field) => pattern.test(field)))
      .find((field) => field !== undefined);
    return [{ id, meaning, nameField: nameField ?? null }];
  });
}
