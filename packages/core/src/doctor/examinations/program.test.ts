import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../../test/shelf.ts";
import { program } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-program-"));
afterAll(() => rmSync(folder, { recursive: true }));

function needing(node: string) {
  const file = join(folder, "package.json");
  writeFileSync(file, JSON.stringify({ name: "@drawbridge/shelf", version: "1.2.3", engines: { node } }));
  return { connector: { ...shelfConnector(new Shelf()), package: pathToFileURL(file) } as never };
}

describe("program", () => {
  it("names the package and its version", async () => {
    const [first] = await findingsOf(program, needing(">=20.19"));
    expect(first).toMatchObject({ level: "ok", title: "@drawbridge/shelf 1.2.3" });
  });

  it.each([">=20.0", ">=18.19", `>=${process.versions.node}`])("is content where %s is needed", async (node) => {
    expect(await findingsOf(program, needing(node))).toMatchObject([{}, { level: "ok" }]);
  });

  it("finds that Node is too old", async () => {
    const [, node] = await findingsOf(program, needing(">=99.1"));
    expect(node).toMatchObject({ level: "problem", remedy: expect.stringContaining("Install Node.js 99.1") });
  });
});
