import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { IgnoreRules } from "./ignore-rules.ts";
import { Tree } from "./tree.ts";

const base = temporaryFolder();

async function seen(files: Readonly<Record<string, string>>, from = "."): Promise<readonly string[]> {
  const root = join(base, `${Math.random()}`);
  plant(root, files);
  using folder = openFiles([root]).reachFolder(from);
  const ignoring = IgnoreRules.above(folder.root.directory, folder.names);
  const tree = new Tree({
    depth: 256,
    toTheBottom: false,
    hidden: true,
    ignoring,
    after: undefined,
    signal: AbortSignal.timeout(10_000),
  });
  const paths: string[] = [];
  for await (const { names, type } of tree.entries(folder.directory, root)) {
    if (type === "file" && names.at(-1) !== ".gitignore") paths.push(names.join("/"));
  }
  return paths;
}

describe("IgnoreRules", () => {
  it("leave out what the rules of the folder say, and .git", async () => {
    const files = {
      ".gitignore": "*.log\n# *.md\nbuild/\n",
      "a.log": "",
      "a.md": "",
      "build/x": "",
      ".git/config": "",
      "in/b.log": "",
    };
    expect(await seen(files)).toEqual(["a.md"]);
  });

  it("let a rule with an exclamation mark take something back in", async () => {
    expect(await seen({ ".gitignore": "*.log\n!keep.log\n", "a.log": "", "keep.log": "" })).toEqual(["keep.log"]);
  });

  it("let the rules of an inner folder win over those of an outer one", async () => {
    const files = {
      ".gitignore": "*.log\n",
      "in/.gitignore": "!*.log\n*.md\n",
      "a.log": "",
      "in/a.log": "",
      "in/a.md": "",
      "a.md": "",
    };
    expect(await seen(files)).toEqual(["a.md", "in/a.log"]);
  });

  it("take the rules above a folder where the walk begins", async () => {
    const files = {
      ".gitignore": "/in/deep/secret.md\n*.log\n",
      "in/.gitignore": "deep/b.md\n",
      "in/deep/secret.md": "",
      "in/deep/a.log": "",
      "in/deep/b.md": "",
      "in/deep/c.md": "",
    };
    expect(await seen(files, "in/deep")).toEqual(["c.md"]);
    expect(await seen(files, "in")).toEqual(["deep/c.md"]);
  });

  it("bind a rule with a slash to its folder", async () => {
    const files = { ".gitignore": "/a.md\nin/b.md\n", "a.md": "", "in/a.md": "", "in/b.md": "", "x/in/b.md": "" };
    expect(await seen(files)).toEqual(["in/a.md", "x/in/b.md"]);
  });

  it.runIf(process.platform === "linux")("tell capitals from small letters, as git does", async () => {
    expect(await seen({ ".gitignore": "Build\n", "Build/x": "", "build/x": "" })).toEqual(["build/x"]);
  });

  it("may be longer than anybody writes, and then exclude nothing", async () => {
    expect(await seen({ ".gitignore": `a.md\n#${"x".repeat(300_000)}`, "a.md": "" })).toEqual(["a.md"]);
  });

  it.each([
    ["double stars", `${"**/a/".repeat(12)}b\n`, "a/".repeat(60)],
    ["double stars between stars", `${"**/*a*/".repeat(12)}b\n`, "aaaaaaaaaa/".repeat(40)],
    ["stars", `${"*a".repeat(60)}*b\n`, `${"a".repeat(250)}/`],
    ["stars and question marks", `${"*?a".repeat(40)}b\n`, `${"a".repeat(250)}/`],
    ["classes", `${"*[ab]".repeat(40)}c\n`, `${"a".repeat(250)}/`],
    ["stars in many folders", `${"*/".repeat(40)}b\n`, "a/".repeat(60)],
  ])("hold nobody up who meets hostile ones: %s", async (_, rules, path) => {
    const start = performance.now();
    expect(await seen({ ".gitignore": rules, [`${path}end`]: "" })).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
