import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const numbers = Array.from({ length: 20 }, (_, index) => index);
const lines = numbers.map((number) => `line ${number}.\n`).join("");
const edited = numbers.map((number) => `LINE ${number}.\n`).join("");

async function serve() {
  const base = temporaryFolder();
  const root = join(base, "root");
  plant(root, { "a.txt": lines, "b.txt": lines, "deep/c.txt": lines });
  symlinkSync("a.txt", join(root, "link"));
  const host = await serveHere(`${root}:full`, "--confirm", "never", "--journal", join(base, "journal"));
  const text = (path: string) => readFileSync(join(root, path), "utf8");
  return { root, host, text };
}

const edit = (path: string, number: number) => ({ path, old: `line ${number}.`, new: `LINE ${number}.` });

it("keeps all of 20 edits of one file at once, whatever it is called", async () => {
  const { root, host, text } = await serve();
  const spellings = ["a.txt", join(root, "a.txt"), "link", "deep/../a.txt"];
  const answers = await Promise.all(
    numbers.map((number) => host.callTool("fs_edit", { edits: [edit(spellings[number % 4] ?? "a.txt", number)] })),
  );
  expect(answers.map(({ isError, text: said }) => [isError, said]).filter(([isError]) => isError)).toEqual([]);
  expect(text("a.txt")).toBe(edited);
  expect(new Set(answers.map(({ structured }) => structured?.transaction)).size).toBe(20);
});

it("does not stop for ever when two sets of files are edited in opposite orders", async () => {
  const { host, text } = await serve();
  const answers = await Promise.all(
    numbers.map((number) => {
      const paths = number % 2 === 0 ? ["a.txt", "b.txt"] : ["b.txt", "a.txt"];
      return host.callTool("fs_edit", { edits: paths.map((path) => edit(path, number)) });
    }),
  );
  expect(answers.filter(({ isError }) => isError)).toEqual([]);
  expect([text("a.txt"), text("b.txt")]).toEqual([edited, edited]);
});

it("keeps all of 200 additions at once", async () => {
  const { host, text } = await serve();
  const all = Array.from({ length: 200 }, (_, index) => `${index}\n`);
  const answers = await Promise.all(
    all.map((content) => host.callTool("fs_write", { path: "b.txt", content, mode: "append" })),
  );
  expect(answers.filter(({ isError }) => isError)).toEqual([]);
  expect(text("b.txt").slice(lines.length).split("\n").sort()).toEqual([...all.map((line) => line.trim()), ""].sort());
});

it("makes each of 20 new files at once in a folder that none of them finds", async () => {
  const { host, text } = await serve();
  const paths = numbers.map((number) => `new/${number % 3}/${number}.txt`);
  const answers = await Promise.all(
    paths.map((path) => host.callTool("fs_write", { path, content: path, parents: true })),
  );
  expect(answers.filter(({ isError }) => isError)).toEqual([]);
  expect(paths.map(text)).toEqual(paths);
});

it("lets one of two writers win who know the same state, and go on with the state that it answers", async () => {
  const { host, text } = await serve();
  const known = (await host.callTool("fs_read", { path: "a.txt" })).meta.etag;
  const write = (content: string, etag: unknown) =>
    host.callTool("fs_write", { path: "a.txt", content, mode: "overwrite", if_match: etag });
  const [first, second] = await Promise.all([write("first", known), write("second", known)]);
  expect([first.isError, second.meta.code]).toEqual([false, "conflict"]);
  expect(text("a.txt")).toBe("first");
  const next = await write("next", first.structured?.etag);
  expect([next.isError, text("a.txt")]).toEqual([false, "next"]);
});

it("leaves nothing waiting for a call that was cancelled while it waited", async () => {
  const { root, host, text } = await serve();
  writeFileSync(join(root, "large.txt"), "a line of a large file\n".repeat(800_000));
  mkdirSync(join(root, "new"));
  const cancelling = new AbortController();
  const slow = host.callTool("fs_copy", { from: "large.txt", to: "new/large.txt" });
  const waiting = host.callTool("fs_edit", { edits: [edit("a.txt", 1)] }, { signal: cancelling.signal });
  const behind = host.callTool("fs_edit", { edits: [edit("a.txt", 2)] });
  await new Promise((resolve) => setImmediate(resolve));
  cancelling.abort();
  await expect(waiting).rejects.toThrow();
  expect([(await slow).isError, (await behind).isError]).toEqual([false, false]);
  expect(text("a.txt")).toBe(lines.replace("line 2.", "LINE 2."));
});
