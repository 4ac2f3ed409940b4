import { Page } from "@drawbridge/core";
import { restFile, restVariables, sprout } from "@drawbridge/sandbox";
import { describe, expect, test } from "vitest";
import type { DefinitionKind } from "../src/designsystem/definition-kinds.ts";
import { showDefinitions } from "../src/designsystem/show-definitions.ts";
import type { FigmaDocument } from "../src/documents/figma-document.ts";
import { realDesign } from "./real-design.ts";

const { document, components, componentSets, styles, name, version, lastModified } = restFile(
  sprout({ revised: false }),
);
const about = { key: "sprout", source: "rest", name, version, lastModified } as const;
const design: FigmaDocument = {
  ...about,
  document,
  components,
  componentSets,
  styles,
  variables: restVariables(sprout({ revised: false })).meta,
};

function context(of: FigmaDocument, bytes: number, place?: unknown) {
  return { client: { document: async () => of }, page: new Page(place, bytes), signal: new AbortController().signal };
}

const list = (kind: DefinitionKind, query?: string, of = design) =>
  showDefinitions({ file: "sprout", kind, query }, context(of, 100_000));

const named = async (kind: DefinitionKind, wanted: string) =>
  (await list(kind)).items.find((item) => item.name === wanted);

describe("a design system", () => {
  test("lists components with their sets, properties and uses", async () => {
    expect(await named("components", "Row")).toMatchObject({
      path: "Components / Row",
      description: "A setting that is on or off.",
      properties: { Title: "text, by default Reminders", "Has note": "boolean, by default true" },
      instances: 6,
    });
    expect(await named("components", "Kind=Primary, State=Default")).toMatchObject({ set: "Button", instances: 2 });
  });

  test("lists sets with their variants", async () => {
    expect(await named("component_sets", "Button")).toMatchObject({
      properties: { Kind: "Primary | Quiet, by default Primary", State: "Default | Disabled, by default Default" },
      variants: 3,
      instances: 3,
    });
  });

  test("lists styles with their values, and how often they are used", async () => {
    expect(await named("styles", "Elevation/Card")).toMatchObject({
      type: "effect",
      value: "0px 2px 8px 0px rgb(0 0 0 / 12.16%)",
      uses: 5,
    });
  });

  test("lists variables with their values by mode, aliases by name", async () => {
    expect(await named("variables", "color/accent")).toMatchObject({
      collection: "Theme",
      values: { Light: "{green/600}", Dark: "{green/400}" },
      scopes: "all_fills",
      uses: 14,
    });
    expect(await named("variables", "radius/card")).toMatchObject({ values: { Phone: 16 } });
  });

  test("says where variables are not to be had", async () => {
    const answer = await list("variables", undefined, { ...design, variables: undefined });
    expect(answer).toMatchObject({ items: [], note: expect.stringContaining("Enterprise") });
  });

  test("lists what comes from libraries by sets, with uses", async () => {
    const remote = Object.fromEntries(Object.entries(components).map(([id, one]) => [id, { ...one, remote: true }]));
    const { items } = await list("libraries", undefined, { ...design, components: remote });
    expect(items[0]).toMatchObject({ name: "Button", kind: "component set", variants: 3, instances: 3 });
    expect(items).toContainEqual(expect.objectContaining({ name: "Row", kind: "component", instances: 6 }));
    expect((await list("libraries")).items).toEqual([]);
  });

  test("finds by words of names and descriptions", async () => {
    const { total, matching, items } = await list("components", "SETTING on");
    expect([total, matching, items.map((item) => item.name)]).toEqual([10, 1, ["Row"]]);
  });

  test("comes by pages, each definition once", async () => {
    const names: string[] = [];
    let place: unknown;
    do {
      const call = context(design, 900, place);
      names.push(
        ...(await showDefinitions({ file: "sprout", kind: "variables" }, call)).items.map((item) => item.name),
      );
      place = call.page.next;
    } while (place !== undefined);
    expect(names).toEqual((await list("variables")).items.map((item) => item.name));
  });
});

const components98 = realDesign("components");

test.skipIf(components98 === undefined)("lists a real library's components (needs ../shared)", async () => {
  if (components98 === undefined) return;
  const answer = await list("components", undefined, components98);
  expect(answer).toMatchObject({ total: 98, matching: 98 });
});
