import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findingsOf } from "../../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../../test/shelf.ts";
import { option } from "../../options/option.ts";
import { givenOptions } from "./given-options.ts";

const needy = {
  ...shelfConnector(new Shelf()),
  options: z.object({
    token: option(z.string().min(8), { description: "Opens it", secret: true, environment: ["NEEDY_TOKEN"] }),
    places: option(z.array(z.string()).min(1), { description: "Where", placeholder: "<place> …", positional: true }),
    zone: option(z.string(), { description: "Which", placeholder: "<zone>" }),
  }),
} as never;

describe("givenOptions", () => {
  it("is content with options that can be read", async () => {
    expect(await findingsOf(givenOptions)).toEqual([{ level: "ok", title: "All options could be read" }]);
  });

  it("says of each option that is missing how to give it", async () => {
    const findings = await findingsOf(givenOptions, { connector: needy });
    expect(findings.map(({ level, remedy }) => [level, remedy])).toEqual([
      ["problem", "Set the variable DRAWBRIDGE_TOKEN, or DRAWBRIDGE_TOKEN_FILE to the path of a file that holds it"],
      ["problem", expect.stringMatching(/^Name it: \S+ --doctor <place> …$/)],
      ["problem", "Give it: --zone <zone>"],
    ]);
  });

  it("names the variable whose value cannot be taken, and not the value of a secret", async () => {
    const findings = await findingsOf(givenOptions, {
      connector: needy,
      argv: ["here", "--zone", "utc"],
      environment: { NEEDY_TOKEN: "canary", DRAWBRIDGE_RATE: "often" },
    });
    expect(findings.map(({ remedy }) => remedy)).toEqual([
      expect.stringContaining("DRAWBRIDGE_RATE"),
      expect.stringContaining("NEEDY_TOKEN"),
    ]);
    expect(JSON.stringify(findings)).not.toContain("canary");
  });

  it("names the configuration file that cannot be read", async () => {
    const findings = await findingsOf(givenOptions, { argv: ["--config", "/nowhere/at-all.yaml"] });
    expect(findings).toMatchObject([
      { level: "problem", remedy: expect.stringContaining("Correct /nowhere/at-all.yaml") },
    ]);
  });
});
