import type { Create, Mermaid } from "../creating.ts";
import { boxHeight, boxWidth, layOutFlowchart, type Place } from "./lay-out-flowchart.ts";
import { type FlowNode, parseFlowchart } from "./parse-flowchart.ts";

const padding = 48;

/**
 * The operations that draw a flowchart: a section for the chart and one for each subgraph, a shape for each node, a connector for each edge.
 *
 * @throws SyntaxError that says which line is not understood
 */
export function flowchartOperations({ source, ref, x, y }: Mermaid): Create[] {
  const chart = parseFlowchart(source);
  const places = layOutFlowchart(chart);
  const chartRef = ref ?? "$flowchart";
  const refs = new Map(
    chart.nodes.map(({ id }, i) => [id, `${chartRef}-${/^[\w-]{1,32}$/.test(id) ? id : i}`.slice(0, 64)]),
  );
  const refOf = (id: string) => refs.get(id) ?? chartRef;
  const all = [...places.values()];
  const width = Math.max(0, ...all.map((place) => place.x)) + boxWidth + padding;
  const height = Math.max(0, ...all.map((place) => place.y)) + boxHeight + padding;
  const whole: Create = {
    op: "create",
    type: "SECTION",
    ref: chartRef,
    props: { name: "Flowchart", width, height, ...(x !== undefined && { x }), ...(y !== undefined && { y }) },
  };
  const sections = chart.groups.flatMap(({ id, title }) => {
    const inside = chart.nodes.filter((node) => node.group === id);
    return inside.length > 0 ? [band(title, inside, places, chartRef)] : [];
  });
  const shapes = chart.nodes.map((node) =>
    shape(node, places.get(node.id) ?? { x: 0, y: 0 }, refOf(node.id), chartRef),
  );
  const connectors = chart.edges.map(
    ({ from, to, label }): Create => ({
      op: "create",
      type: "CONNECTOR",
      parent: chartRef,
      from: refOf(from),
      to: refOf(to),
      ...(label && { props: { text: { characters: label } } }),
    }),
  );
  return [whole, ...sections, ...shapes, ...connectors];
}

function shape({ label, shape: kind }: FlowNode, { x, y }: Place, ref: string, parent: string): Create {
  const props = { x, y, width: boxWidth, height: boxHeight, text: { characters: label } };
  return { op: "create", type: "SHAPE", shape: kind, ref, parent, props };
}

/** A section around the nodes of a subgraph. */
function band(title: string, nodes: readonly FlowNode[], places: ReadonlyMap<string, Place>, parent: string): Create {
  const inside = nodes.flatMap(({ id }) => places.get(id) ?? []);
  const x = Math.min(...inside.map((place) => place.x)) - 24;
  const y = Math.min(...inside.map((place) => place.y)) - 32;
  const width = Math.max(...inside.map((place) => place.x)) + boxWidth + 24 - x;
  const height = Math.max(...inside.map((place) => place.y)) + boxHeight + 24 - y;
  return { op: "create", type: "SECTION", parent, props: { name: title, x, y, width, height } };
}
