import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { asNobody } from "./stand/as-nobody.ts";
import { makeFifo } from "./stand/make-fifo.ts";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

const secret = "TOKEN=very-secret-value";

/** A root with ways out of it, with what is guarded, and with innocent twins. */
async function serve() {
  const base = temporaryFolder();
  const root = join(base, "root");
  plant(base, {
    "outside/file.txt": "outside",
    "root/plain.txt": "plain",
    "root/inner/file.txt": "inner",
    "root/.env": secret,
    "root/with-env/.env": secret,
    "root/.aws/credentials": secret,
    "root/repository/.git/config": "[core]",
    "root/repository/.git/hooks/pre-commit": "#!/bin/sh",
    "root/repository/code.txt": "code",
    "root/.github/readme.md": "nothing yet",
    "root/read-only/kept.txt": "kept",
    "writable/file.txt": "writable",
  });
  symlinkSync(join(base, "outside"), join(root, "out"));
  symlinkSync(join(base, "outside/file.txt"), join(root, "out.txt"));
  symlinkSync("inner/file.txt", join(root, "in.txt"));
  symlinkSync("nowhere", join(root, "dangling"));
  symlinkSync("repository/.git/hooks", join(root, "hooks"));
  makeFifo(join(root, "fifo"));
  const journal = join(root, "state");
  const grants = [`${root}:full`, `${root}/read-only:read`, `${base}/writable:write`];
  const host = await serveHere(...grants, "--confirm", "never", "--journal", journal);
  return { base, root, host, journal: join(journal, "transactions") };
}

type Stand = Awaited<ReturnType<typeof serve>>;
type Input = Readonly<Record<string, unknown>>;

const write = (path: string, mode = "create", parents = false) =>
  ["fs_write", { path, content: "written", mode, parents }] as const;
const edit = (path: string, old: string) => ["fs_edit", { edits: [{ path, old, new: "x" }] }] as const;
const go = (tool: string, from: string, to: string, overwrite = false) => [tool, { from, to, overwrite }] as const;
const remove = (path: string) => ["fs_delete", { path, recursive: true }] as const;

/** What is refused, and beside it what is like it and is done. */
const twins: ReadonlyArray<readonly [what: string, refused: readonly [string, Input], done: readonly [string, Input]]> =
  [
    ["a write through a link that leads out", write("out.txt", "overwrite"), write("in.txt", "overwrite")],
    ["a new file through a folder that leads out", write("out/new.txt"), write("inner/new.txt")],
    ["a write to a dangling link", write("dangling"), write("not-there")],
    ["a write to a FIFO", write("fifo", "append"), write("plain.txt", "append")],
    ["a copy of a FIFO", go("fs_copy", "fifo", "fifo-2"), go("fs_move", "fifo", "fifo-2")],
    ["a hook", write("repository/.git/hooks/post-commit"), write("repository/hooks.txt")],
    ["where Git looks for its settings", write("repository/.git/commondir"), write("repository/commondir")],
    [
      "what Git runs when a rebase goes on",
      write("repository/.git/rebase-merge/git-rebase-todo", "create", true),
      write("repository/.git/description"),
    ],
    [
      "a hook in capitals",
      write("repository/.GIT/HOOKS/x", "create", true),
      write("repository/.GITHUB/x", "create", true),
    ],
    ["a hook through a link", write("hooks/post-commit"), write("inner/post-commit")],
    ["an edit of Git's configuration", edit("repository/.git/config", "core"), edit("repository/code.txt", "code")],
    ["a folder for hooks", ["fs_mkdir", { path: "inner/.git/hooks" }], ["fs_mkdir", { path: "inner/git/hooks" }]],
    [
      "a repository that would be made with a folder in it",
      ["fs_mkdir", { path: "inner/.git/refs" }],
      ["fs_mkdir", { path: "repository/.git/refs" }],
    ],
    [
      "a repository that would be made with a file in it",
      write("inner/.git/objects/x", "create", true),
      write("repository/.git/objects/x", "create", true),
    ],
    [
      "a folder in one for workflows",
      ["fs_mkdir", { path: ".github/workflows/x" }],
      ["fs_mkdir", { path: ".github/issues" }],
    ],
    ["a repository that moves", go("fs_move", "repository", "elsewhere"), go("fs_move", "inner", "elsewhere")],
    [
      "a file that becomes a hook",
      go("fs_copy", "plain.txt", "hooks/pre-push"),
      go("fs_copy", "plain.txt", "inner/pre-push"),
    ],
    [
      "a folder that becomes one with hooks",
      go("fs_move", "repository/.git", "inner/.git"),
      go("fs_move", "repository/code.txt", "inner/code.txt"),
    ],
    ["a deleted repository", remove("repository"), remove("inner")],
    ["a file under a root for reading, by its full path", write("ROOT/read-only/new.txt"), write("ROOT/new.txt")],
    ["a file under a root for reading, by the one around it", write("read-only/new.txt"), write("read-write.txt")],
    [
      "a root for reading that moves with what it lies in",
      go("fs_move", "read-only", "moved"),
      go("fs_copy", "read-only", "copied"),
    ],
    [
      "a deletion under a root for writing",
      remove("BASE/writable/file.txt"),
      write("BASE/writable/file.txt", "overwrite"),
    ],
    ["a root itself", remove("."), remove("plain.txt")],
    ["secrets written over", write(".env", "overwrite"), write("new.env")],
    ["secrets added to", write(".env", "append"), write("with-env/.env.local")],
    [
      "secrets replaced by a move",
      go("fs_move", "plain.txt", ".env", true),
      go("fs_move", "plain.txt", "in.txt.2", true),
    ],
    [
      "an edit of secrets that would tell that a text stands in them",
      edit(".env", "TOKEN"),
      edit("plain.txt", "plain"),
    ],
    ["an edit of secrets that would tell that it does not", edit(".env", "not in it"), edit("inner/file.txt", "inner")],
    ["secrets under another name", go("fs_move", ".env", "notes.txt"), go("fs_move", ".env", "with-env/.env.2")],
    ["a copy of secrets", go("fs_copy", ".env", "notes.txt"), go("fs_copy", "with-env", "copy")],
    ["a folder of secrets under another name", go("fs_move", ".aws", "aws"), go("fs_move", ".aws", "inner/.aws")],
    ["what is in the journal's folder", remove("state"), ["fs_list", { path: "inner" }]],
    ["a file in the journal", write("state/transactions/20200101000000000-00000000.open"), write("states")],
    ["a move of the journal", go("fs_move", "state", "mine"), go("fs_move", "with-env", "state/with-env")],
  ];

const at = ({ base, root }: Stand, input: Input): Input =>
  JSON.parse(JSON.stringify(input).replaceAll("ROOT", root).replaceAll("BASE", base)) as Input;

describe.runIf(process.platform === "linux")("a change", () => {
  it.each(twins)("is refused where it is an attack, and done where it is not: %s", async (_what, refused, done) => {
    const stand = await serve();
    await stand.host.callTool("fs_mkdir", { path: "first" });
    const before = withoutJournal(stand);
    const answer = await stand.host.callTool(refused[0], at(stand, refused[1]));
    expect([answer.isError, answer.text]).toEqual([true, expect.not.stringContaining("internal")]);
    expect(answer.text).not.toContain("very-secret");
    expect(withoutJournal(stand)).toEqual(before);
    const twin = await stand.host.callTool(done[0], at(stand, done[1]));
    expect([twin.isError, twin.text]).toEqual([false, expect.anything()]);
  });

  it("tells nothing of what stands in secrets", async () => {
    const { host } = await serve();
    const [there, missing] = await Promise.all([
      host.callTool(...edit(".env", "TOKEN")),
      host.callTool(...edit(".env", "nothing")),
    ]);
    expect(there.text).toBe(missing.text);
  });

  it("cannot be taken back where that would place what is protected", async () => {
    const { host, root } = await serve();
    const { structured } = await host.callTool("fs_move", { from: ".github", to: "innocent" });
    await host.callTool(...write("innocent/workflows/evil.yml", "create", true));
    const undone = await host.callTool("fs_undo", { transaction: structured?.transaction });
    expect([undone.meta.code, existsSync(join(root, ".github"))]).toEqual(["refused", false]);
  });

  it("cannot be taken back where secrets would come to be readable", async () => {
    const { host, root } = await serve();
    plant(root, { "cloud/readme": "" });
    const { structured } = await host.callTool("fs_move", {
      from: "cloud",
      to: "first.d/.aws".replace("first.d", "inner"),
    });
    writeFileSync(join(root, "inner/.aws/credentials"), secret);
    expect((await host.callTool("fs_undo", { transaction: structured?.transaction })).meta.code).toBe("refused");
  });

  it("keeps a link, other names of a file, its mode, and takes no bits along in a copy that lend rights", async () => {
    const { host, root } = await serve();
    linkSync(join(root, "plain.txt"), join(root, "other-name"));
    chmodSync(join(root, "plain.txt"), 0o4751);
    const answer = await host.callTool(...write("plain.txt", "overwrite"));
    expect(answer.structured?.note).toContain("hard link");
    expect(readFileSync(join(root, "other-name"), "utf8")).toBe("plain");
    expect(statSync(join(root, "plain.txt")).mode & 0o7777).toBe(0o4751);
    await host.callTool(...write("in.txt", "overwrite"));
    expect([
      lstatSync(join(root, "in.txt")).isSymbolicLink(),
      readFileSync(join(root, "inner/file.txt"), "utf8"),
    ]).toEqual([true, "written"]);
    await host.callTool(...go("fs_copy", "plain.txt", "copy.txt"));
    expect(statSync(join(root, "copy.txt")).mode & 0o7777).toBe(0o751);
    const same = await host.callTool(...go("fs_move", "plain.txt", "plain.txt"));
    expect(same.isError).toBe(true);
  });

  it("is refused for a socket", async () => {
    const { host, root } = await serve();
    const socket = createServer().listen(join(root, "socket"));
    afterAll(() => void socket.close());
    await new Promise((resolve) => socket.once("listening", resolve));
    expect((await host.callTool(...write("socket", "overwrite"))).meta.code).toBe("refused");
  });

  it("is kept in a journal that nobody else may enter, and that no tool shows", async () => {
    const { host, root, journal } = await serve();
    await host.callTool(...write("plain.txt", "overwrite"));
    await host.callTool(...remove("inner"));
    expect(statSync(journal).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(journal))
      expect([0o600, 0o700]).toContain(statSync(join(journal, name)).mode & 0o777);
    const record = readdirSync(journal).find((name) => name.endsWith(".done")) ?? "";
    const path = join(root, "state/transactions", record);
    for (const [tool, input] of [
      ["fs_read", { path }],
      edit(path, "version"),
      go("fs_copy", path, "copy"),
      remove(path),
    ] as const)
      expect((await host.callTool(tool, input)).meta.code, tool).toBe("refused");
  });

  it("is refused where others may read the journal, with what to do, or where a link leads to it", async () => {
    const base = temporaryFolder();
    plant(base, { "root/a.txt": "", "open/transactions/": "", "real/": "" });
    chmodSync(join(base, "open/transactions"), 0o755);
    const host = await serveHere(`${base}/root:write`, "--journal", join(base, "open"));
    const answer = await host.callTool(...write("new.txt"));
    expect([answer.isError, answer.text]).toEqual([true, expect.stringMatching(/mode 700[\s\S]*--journal/)]);
  });

  it("has all of a file back when it is taken back: bytes, mode and times", async () => {
    const { host, root } = await serve();
    const file = join(root, "plain.txt");
    chmodSync(file, 0o640);
    utimesSync(file, 1_000_000_000.123, 1_100_000_000.456);
    const facts = () => [readFileSync(file, "utf8"), statSync(file).mode, statSync(file).mtimeMs.toFixed(2)];
    const before = facts();
    const { structured } = await host.callTool(...write("plain.txt", "overwrite"));
    expect(facts()).not.toEqual(before);
    const undo = () => host.callTool("fs_undo", { transaction: structured?.transaction });
    expect((await undo()).isError).toBe(false);
    expect(facts()).toEqual(before);
    expect((await undo()).meta.code).toBe("conflict");
  });

  it("is not taken back when the file was changed since, with the difference, nor where something else stands", async () => {
    const { host, root } = await serve();
    const { structured } = await host.callTool(...write("plain.txt", "overwrite"));
    writeFileSync(join(root, "plain.txt"), "somebody's");
    const refused = await host.callTool("fs_undo", { transaction: structured?.transaction });
    expect([refused.meta.code, refused.text]).toEqual(["conflict", expect.stringMatching(/-somebody's[\s\S]*\+plain/)]);
    const deleted = await host.callTool(...remove("inner"));
    mkdirSync(join(root, "inner"));
    expect((await host.callTool("fs_undo", { transaction: deleted.structured?.transaction })).text).toContain(
      "Something else",
    );
    const made = await host.callTool("fs_mkdir", { path: "fresh" });
    writeFileSync(join(root, "fresh/file"), "");
    expect((await host.callTool("fs_undo", { transaction: made.structured?.transaction })).meta.code).toBe("conflict");
  });

  it("is found in the history of who made it, up to the limit, and a made-up number is nobody's", async () => {
    const { host } = await serve();
    for (const number of [1, 2, 3]) await host.callTool(...write(`new-${number}`));
    const { structured } = await host.callTool("fs_history", { limit: 2 });
    expect(structured).toMatchObject({ transactions: { length: 2 }, truncated: true });
    const transaction = "20200101000000000-00000000";
    expect((await host.callTool("fs_undo", { transaction })).meta.code).toBe("not_found");
    expect((await host.callTool("fs_undo", { transaction: "../../etc" })).isError).toBe(true);
  });

  it("leads nowhere else by a record that somebody tampered with", async () => {
    const { host, base, journal } = await serve();
    await host.callTool(...write("plain.txt", "overwrite"));
    const name = readdirSync(journal).find((found) => found.endsWith(".done")) ?? "";
    const record = readFileSync(join(journal, name), "utf8");
    const kept = /"kept":\{"name":"([^"]+)"/.exec(record)?.[1] ?? "";
    const temporary = /"temporary":"([^"]+)"/.exec(record)?.[1] ?? "";
    const outside = treeOf(join(base, "outside"));
    const tampered = [
      record.replace(temporary, "../../outside/file.txt"),
      record.replace(kept, "../../../outside/file.txt"),
      record.replace('"names":["plain.txt"]', '"names":["..","outside","file.txt"]'),
      record.replace('"names":["plain.txt"]', '"names":["../outside/file.txt"]'),
      record.replace(/"root":"[^"]+"/, `"root":${JSON.stringify(join(base, "outside"))}`),
      "{",
      `"${"x".repeat(20_000_000)}"`,
    ];
    for (const text of tampered) {
      writeFileSync(join(journal, name), text);
      const answer = await host.callTool("fs_undo", { transaction: name.slice(0, 26) });
      expect(["not_found", "refused"]).toContain(answer.meta.code);
      expect((await host.callTool("fs_history")).isError).toBe(false);
    }
    expect(treeOf(join(base, "outside"))).toEqual(outside);
  });

  it("is refused, and leaves all as it was, where the owner cannot be kept or the system says no", async () => {
    const base = temporaryFolder();
    plant(base, { "root/theirs.txt": "theirs", "root/own/": "" });
    chmodSync(join(base, "root"), 0o777);
    chmodSync(join(base, "root/theirs.txt"), 0o666);
    mkdirSync(join(base, "journal"), { mode: 0o777 });
    chmodSync(join(base, "journal"), 0o777);
    await asNobody(base, async () => {
      const host: Host = await serveHere(`${base}/root:full`, "--confirm", "never", "--journal", join(base, "journal"));
      if (process.getuid?.() !== 0) return;
      const before = treeOf(join(base, "root"));
      expect((await host.callTool(...write("theirs.txt", "overwrite"))).text).toMatch(/belongs to another|refused/);
      expect((await host.callTool(...write("own/new.txt"))).text).toMatch(/does not let|refused/);
      expect(treeOf(join(base, "root"))).toEqual(before);
      const deleted = await host.callTool(...remove("theirs.txt"));
      expect((await host.callTool("fs_undo", { transaction: deleted.structured?.transaction })).isError).toBe(false);
      expect(treeOf(join(base, "root"))).toEqual(before);
    });
  });
});

function withoutJournal({ root }: Stand): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(treeOf(root)).filter(([path]) => !path.startsWith("state")));
}
