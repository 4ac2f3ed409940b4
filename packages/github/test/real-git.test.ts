import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { BareRepository } from "./stand/bare-repository.ts";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const before = {
  "long.txt": Array.from({ length: 400 }, (_, line) => `Line ${line}\n`).join(""),
  "windows.txt": "one\r\ntwo\r\nthree\r\n",
  "unended.txt": "no line end",
  "run.sh": { program: "#!/bin/sh\necho one\n" },
  "latest.txt": { link: "long.txt" },
  "moved.txt": "It moves\n",
  "gone.txt": "It goes\n",
  "wörter/日本.txt": "ä\n",
  "dot.bin": Buffer.from([0, 255, 1, 254]),
};
const changes = [
  {
    path: "long.txt",
    edits: [
      { old_text: "Line 3\nLine 4\n", new_text: "Three\n" },
      { old_text: "Line 390\n", new_text: "Line 390\nAnd more\n" },
    ],
  },
  { path: "windows.txt", edits: [{ old_text: "two", new_text: "2" }] },
  { path: "unended.txt", edits: [{ old_text: "no line", new_text: "still no line" }] },
  { path: "run.sh", edits: [{ old_text: "echo one", new_text: "echo two" }] },
  { path: "moved.txt", move_to: "elsewhere/moved.txt" },
  { path: "gone.txt", delete: true },
  { path: "wörter/日本.txt", edits: [{ old_text: "ä", new_text: "ö" }] },
  { path: "new.sh", content: "#!/bin/sh\n", mode: "100755" },
  { path: "empty.txt", content: "" },
];

let served: ServedGithub;
let host: Host;
let repository: BareRepository;
let [base, head] = ["", ""];

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada" });
  repository = new BareRepository(served);
  base = await committed(served, "base", before);
  await committed(served, "work", {}, "base");
  const input = { ...site, branch: "work", message: "Change much\n\nÄ, and why.", changes };
  head = String((await answered(host.callTool("github_commit", input))).meta.commit);
});

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(async () => {
  repository[Symbol.dispose]();
  await served[Symbol.asyncDispose]();
});

it("makes the very objects that git makes of the same files", async () => {
  const { tree } = (await served.stand.as("ada", "GET", `/repos/acme/site/git/commits/${head}`)) as {
    tree: { sha: string };
  };
  expect(await repository.treeOf(head)).toBe(tree.sha);
  repository.git(["fsck", "--strict", "--no-dangling"]);
});

it("changes what it was told to, as git sees it, and nothing else", async () => {
  const [from, to] = [await repository.treeOf(base), await repository.treeOf(head)];
  const raw = repository.git(["diff-tree", "-r", "-z", "-M", "--no-commit-id", from, to]).split("\0");
  const told = raw.flatMap((field, at) => (field.startsWith(":") ? [`${field.slice(1, 14)} ${raw[at + 1]}`] : []));
  expect(told.map((line) => line.replace(/ +/g, " ")).toSorted()).toEqual(
    [
      ...["000000 100644 empty.txt", "000000 100755 new.sh", "100644 000000 gone.txt", "100644 100644 long.txt"],
      ...["100644 100644 moved.txt", "100644 100644 unended.txt", "100644 100644 windows.txt"],
      ...["100644 100644 wörter/日本.txt", "100755 100755 run.sh"],
    ].toSorted(),
  );
});

it("shows differences that git applies, and has the same files by them", async () => {
  const [from, to] = [await repository.treeOf(base), await repository.treeOf(head)];
  const { text } = await answered(
    host.callTool("github_compare", { ...site, base: "base", head: "work", path: "{long,windows,run,unended}*" }),
  );
  const inner = text.slice(text.indexOf("--- M "), text.lastIndexOf("\n</data")).replaceAll("⟦U+000D⟧", "\r");
  const patches = inner.split(/\n(?=--- M )/).map((one) => /^--- M (\S+) [^\n]*\n([\s\S]*)$/.exec(one) ?? []);
  expect(patches.map(([, path]) => path).toSorted()).toEqual(["long.txt", "run.sh", "unended.txt", "windows.txt"]);
  repository.git(["read-tree", from]);
  for (const [, path, hunks = ""] of patches)
    repository.git(["apply", "--cached"], `--- a/${path}\n+++ b/${path}\n${hunks}\n`);
  for (const [, path] of patches)
    expect(repository.git(["ls-files", "--stage", String(path)])).toBe(
      repository.git(["ls-tree", to, String(path)]).replace(/^(\d+) blob (\w+)/, "$1 $2 0"),
    );
});
