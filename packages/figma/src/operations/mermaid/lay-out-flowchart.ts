import type { Flowchart } from "./parse-flowchart.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const boxWidth = 176;
export const boxHeight = 80;
const between = 64;
const margin = 48;

/** Where each node stands: in layers, so that edges run one way, and subgraphs side by side within them. */
export function layOutFlowchart({ direction, nodes, edges, groups }: Flowchart): ReadonlyMap<string, Place> {
  const layers = layersOf(
    nodes.map(({ id }) => id),
    edges,
  );
  const order = new Map([...groups.map(({ id }) => id), undefined].map((id, i) => [id, i]));
  const lanes = lanesOf(nodes, layers, order);
  const deepest = Math.max(0, ...layers.values());
  const places = new Map<string, Place>();
  for (const { id } of nodes) {
    const layer = layers.get(id) ?? 0;
    const along = direction === "BT" || direction === "RL" ? deepest - layer : layer;
    const across = lanes.get(id) ?? 0;
    const vertical = direction === "TB" || direction === "BT";
    const [column, row] = vertical ? [across, along] : [along, across];
    places.set(id, { x: margin + column * (boxWidth + between), y: margin + row * (boxHeight + between) });
  }
  return places;
}

/** The longest way to each node from where edges begin; an edge that would run in a circle counts for nothing. */
function layersOf(ids: readonly string[], edges: Flowchart["edges"]): Map<string, number> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const layers = new Map<string, number>(ids.map((id) => [id, 0]));
  const done = new Set<string>();
  const order: string[] = [];
  const back = new Set<string>();
  const visit = (id: string, path: ReadonlySet<string>) => {
    if (done.has(id)) return;
    done.add(id);
    for (const next of targets.get(id) ?? []) {
      if (path.has(next) || next === id) back.add(`${id}\n${next}`);
      else visit(next, new Set([...path, next]));
    }
    order.push(id);
  };
  for (const id of ids) visit(id, new Set([id]));
  for (const id of order.reverse()) {
    for (const next of targets.get(id) ?? []) {
      if (!back.has(`${id}\n${next}`)) layers.set(next, Math.max(layers.get(next) ?? 0, (layers.get(id) ?? 0) + 1));
    }
  }
  return layers;
}

/** A place across for each node, no two of a layer in one; each subgraph has a band of its own. */
function lanesOf(
  nodes: Flowchart["nodes"],
  layers: ReadonlyMap<string, number>,
  order: ReadonlyMap<string | undefined, number>,
): Map<string, number> {
  const lanes = new Map<string, number>();
  let start = 0;
  for (const [group] of [...order].sort(([, one], [, other]) => one - other)) {
    const used = new Map<number, number>();
    for (const { id } of nodes.filter((node) => node.group === group)) {
      const layer = layers.get(id) ?? 0;
      const lane = used.get(layer) ?? 0;
      used.set(layer, lane + 1);
      lanes.set(id, start + lane);
    }
    start += Math.max(0, ...used.values());
  }
  return lanes;
}
