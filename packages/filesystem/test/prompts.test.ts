import { join } from "node:path";
import { RawServer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
const outside = temporaryFolder();
plant(folder, { "notes/monday.md": "", "notes/more/": "", "novel.md": "" });
plant(outside, { "secret.md": "" });

const server = new RawServer(builtCli, { argv: [folder] });
beforeAll(() => server.initialize());
afterAll(() => server.endInput());

async function complete(prompt: string, argument: string, typed: string) {
  const ref = { type: "ref/prompt", name: prompt };
  const { result } = await server.request("completion/complete", { ref, argument: { name: argument, value: typed } });
  return (result as { completion: { values: string[] } }).completion.values;
}

describe.each(["summarize_directory", "find_and_replace"])("the path of %s", (prompt) => {
  it("is completed from the roots on", async () => {
    expect(await complete(prompt, "path", "/")).toEqual([folder]);
    expect(await complete(prompt, "path", join(folder, "no"))).toEqual([
      join(folder, "notes/"),
      join(folder, "novel.md"),
    ]);
    expect(await complete(prompt, "path", "notes/m")).toEqual([
      join(folder, "notes/monday.md"),
      join(folder, "notes/more/"),
    ]);
  });

  it("is not completed outside the roots", async () => {
    expect(await complete(prompt, "path", `${outside}/`)).toEqual([]);
    expect(await complete(prompt, "path", `${folder}/../`)).toEqual([]);
  });

  it("is the only argument for which anything is suggested", async () => {
    expect(await complete(prompt, "no_such", "a")).toEqual([]);
    expect(await complete("no_such", "path", "/")).toEqual([]);
    expect(await complete("find_and_replace", "find", folder)).toEqual([]);
  });
});
