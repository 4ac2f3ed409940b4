import { describe, expect, it } from "vitest";
import { callOf } from "../../test/call-of.ts";
import { pass } from "../pipeline/pipeline.ts";
import { prepareResource } from "./prepare-resource.ts";

const read = async () => ({ body: "" });
const readme = { name: "readme", title: "Read me", description: "What the shelf is for.", read };

describe("prepareResource", () => {
  it("lists one address by itself, and calls it no template", async () => {
    const { isTemplate, list, matches } = prepareResource({ ...readme, uriTemplate: "shelf://readme" });
    if (list === undefined) throw new Error("It is not listed");
    expect(await pass(callOf(list, undefined, { input: 0 }))).toMatchObject({
      kind: "list",
      items: [{ uri: "shelf://readme", name: "readme", title: "Read me", description: "What the shelf is for." }],
    });
    expect([isTemplate, matches("shelf://readme"), matches("shelf://other")]).toEqual([false, true, false]);
  });

  it("lists nothing of a family that names none of its addresses", () => {
    const { isTemplate, list } = prepareResource({ ...readme, uriTemplate: "shelf://{name}" });
    expect([isTemplate, list]).toEqual([true, undefined]);
  });
});
