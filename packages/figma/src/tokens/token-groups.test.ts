import { describe, expect, test } from "vitest";
import { alias, rgb, type SmallVariable, smallDesign, smallVariables } from "../../test/small-design.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { Token } from "./token.ts";
import { tokenGroups } from "./token-groups.ts";

type Variables = NonNullable<FigmaDocument["variables"]>;

function tokensOf(variables: Variables): ReadonlyMap<string, Token> {
  const { groups } = tokenGroups(smallDesign([], { variables }));
  return new Map(groups.flatMap((group) => group.tokens).map((token) => [token.name, token]));
}

function one(variables: Readonly<Record<string, SmallVariable>>): ReadonlyMap<string, Token> {
  return tokensOf(smallVariables([{ name: "C", modes: ["A"], variables }]));
}

describe("tokens of variables", () => {
  test("are left out where an alias goes in a circle or points nowhere, and so is what stands for them", () => {
    const tokens = one({
      a: { type: "COLOR", values: [alias("C/b")] },
      b: { type: "COLOR", values: [alias("C/a")] },
      lost: { type: "COLOR", values: [alias("gone")] },
      follows: { type: "COLOR", values: [alias("C/a")] },
      fine: { type: "COLOR", values: [rgb("#123456")] },
    });
    expect([...tokens.keys()]).toEqual(["fine"]);
  });

  test("have the type of what they stand for: a plain number that is a radius somewhere is a length", () => {
    const tokens = one({
      "scale/4": { type: "FLOAT", values: [16] },
      "card/radius": { type: "FLOAT", values: [alias("C/scale/4")], scopes: ["CORNER_RADIUS"] },
    });
    expect(tokens.get("scale/4")).toMatchObject({ type: "dimension", values: [{ type: "dimension", value: 16 }] });
    expect(tokens.get("card/radius")).toMatchObject({ type: "dimension", values: [{ ref: "C/scale/4" }] });
  });

  test("are worth what an alias is worth, where the two are of different types", () => {
    const tokens = one({
      "number/50": { type: "FLOAT", values: [50] },
      faded: { type: "FLOAT", values: [alias("C/number/50")], scopes: ["OPACITY"] },
    });
    expect(tokens.get("number/50")).toMatchObject({ type: "dimension" });
    expect(tokens.get("faded")).toMatchObject({ type: "number", values: [{ type: "number", value: 0.5 }] });
  });

  test("say what a number is for by its scopes, or else by its name", () => {
    const tokens = one({
      "a/1": { type: "FLOAT", values: [2], scopes: ["STROKE_FLOAT"] },
      "font-size/lg": { type: "FLOAT", values: [20] },
      "font-weight/bold": { type: "FLOAT", values: [700] },
      "z-index/modal": { type: "FLOAT", values: [100] },
      whatever: { type: "FLOAT", values: [3] },
    });
    expect([...tokens.values()].map(({ type, use }) => `${type} ${use}`)).toEqual([
      "dimension strokeWidth",
      "dimension fontSize",
      "fontWeight fontWeight",
      "number number",
      "dimension undefined",
    ]);
  });

  test("have the modes of collections that extend theirs, with what these override", () => {
    const variables = smallVariables([
      {
        name: "Base",
        modes: ["Light", "Dark"],
        variables: { bg: { type: "COLOR", values: [rgb("#ffffff"), rgb("#000000")] } },
      },
    ]);
    const [base] = Object.values(variables.variableCollections);
    if (base === undefined) throw new Error("The collection is there.");
    variables.variableCollections.brand = {
      ...base,
      id: "brand",
      name: "Brand",
      isExtension: true,
      parentVariableCollectionId: base.id,
      rootVariableCollectionId: base.id,
      modes: base.modes.map((mode) => ({ modeId: `brand ${mode.modeId}`, parentModeId: mode.modeId, name: mode.name })),
      defaultModeId: `brand ${base.defaultModeId}`,
      variableIds: [],
      variableOverrides: { "Base/bg": { [`brand ${base.modes[0]?.modeId}`]: rgb("#ff0000") } },
    };
    const { groups } = tokenGroups(smallDesign([], { variables }));
    expect(groups[0]?.modes).toEqual(["Light", "Dark", "Brand Light", "Brand Dark"]);
    const values = groups[0]?.tokens[0]?.values.map((value) => "value" in value && value.value);
    expect(values).toEqual([rgb("#ffffff"), rgb("#000000"), rgb("#ff0000"), rgb("#000000")]);
  });

  test("have a composed colour's own opacity", () => {
    const tokens = one({
      base: { type: "COLOR", values: [rgb("#ff0000")] },
      half: { type: "COLOR", values: [{ color: alias("C/base"), opacity: 0.5 }] },
    });
    expect(tokens.get("half")?.values).toEqual([{ type: "color", value: { r: 1, g: 0, b: 0, a: 0.5 } }]);
  });
});
