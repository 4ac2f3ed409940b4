import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowchartOperations } from "./flowchart-operations.ts";
import { layOutFlowchart } from "./lay-out-flowchart.ts";
import { parseFlowchart } from "./parse-flowchart.ts";

const chart = `flowchart LR
  %% a comment
  start([Start]) --> ask{Logged in?}
  ask -->|yes| home[Home page]
  ask -- no --> login(Log in) --> home
  subgraph backend [The backend]
    api[[API]] -.-> db[("Data<br>base")]
  end
  home & login ==> api
  style home fill:#fff`;

describe("a Mermaid flowchart", () => {
  it("is read with its shapes, labels and subgraphs", () => {
    const { direction, nodes, edges, groups } = parseFlowchart(chart);
    expect(direction).toBe("LR");
    expect(nodes.map(({ id, label, shape, group }) => [id, label, shape, group])).toEqual([
      ["start", "Start", "ELLIPSE", undefined],
      ["ask", "Logged in?", "DIAMOND", undefined],
      ["home", "Home page", "SQUARE", undefined],
      ["login", "Log in", "ROUNDED_RECTANGLE", undefined],
      ["api", "API", "SQUARE", "backend"],
      ["db", "Data\nbase", "ENG_DATABASE", "backend"],
    ]);
    expect(edges.map(({ from, to, label }) => `${from}>${to}:${label}`)).toEqual([
      "start>ask:",
      "ask>home:yes",
      "ask>login:no",
      "login>home:",
      "api>db:",
      "home>api:",
      "login>api:",
    ]);
    expect(groups).toEqual([{ id: "backend", title: "The backend" }]);
  });

  it.each(["sequenceDiagram\n a->>b: hi", "flowchart TD\n a[open --> b", "flowchart TD\n subgraph x\n a"])(
    "says what is wrong with %j",
    (source) => {
      expect(() => parseFlowchart(source)).toThrow(SyntaxError);
    },
  );

  it("never fails otherwise than by saying what is wrong", () => {
    const part = fc.constantFrom(
      "a",
      "b",
      "[x]",
      "{y}",
      "-->",
      "--",
      "|l|",
      "&",
      "\n",
      "subgraph s",
      "end",
      '"',
      "(",
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        try {
          parseFlowchart(`flowchart TD\n${parts.join(" ")}`);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
    );
  });

  it("puts no two boxes in one place, and boxes after those that lead to them", () => {
    const edge = fc.record({ from: fc.integer({ min: 0, max: 8 }), to: fc.integer({ min: 0, max: 8 }) });
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 20 }), (edges) => {
        const flowchart = parseFlowchart(
          `flowchart TD\n${edges.map(({ from, to }) => `n${from} --> n${to}`).join("\n")}`,
        );
        const places = [...layOutFlowchart(flowchart).values()].map(({ x, y }) => `${x},${y}`);
        expect(new Set(places).size).toBe(flowchart.nodes.length);
      }),
    );
    const places = layOutFlowchart(parseFlowchart(chart));
    expect(places.get("start")?.x).toBeLessThan(places.get("ask")?.x ?? 0);
    expect(places.get("home")?.x).toBeLessThan(places.get("api")?.x ?? 0);
  });

  it("becomes sections, shapes and connectors that name each other", () => {
    const operations = flowchartOperations({ op: "mermaid", source: chart, ref: "$flow" });
    expect(operations.map(({ type }) => type)).toEqual([
      "SECTION",
      "SECTION",
      ...Array.from({ length: 6 }, () => "SHAPE"),
      ...Array.from({ length: 7 }, () => "CONNECTOR"),
    ]);
    const refs = new Set(operations.map(({ ref }) => ref));
    for (const { from, to } of operations) {
      if (from) expect(refs).toContain(from);
      if (to) expect(refs).toContain(to);
    }
    expect(refs).toContain("$flow-home");
  });
});
