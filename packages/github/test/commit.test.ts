import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };

let served: ServedGithub;
let host: Host;
let branches = 0;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
});

afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});
afterAll(() => served[Symbol.asyncDispose]());

const ask = async <Answer>(path: string) => (await served.stand.as("ada", "GET", `/repos/acme/site/${path}`)) as Answer;
const headOf = async (branch: string) => (await ask<{ object: { sha: string } }>(`git/ref/heads/${branch}`)).object.sha;
const entriesOf = async (ref: string) => {
  const { tree } = await ask<{ tree: { path: string; mode: string; sha: string }[] }>(`git/trees/${ref}?recursive=1`);
  return new Map(tree.map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
};
const textOf = async (path: string, ref: string) => {
  const { content } = await ask<{ content: string }>(`contents/${path}?ref=${ref}`);
  return Buffer.from(content, "base64").toString();
};
const commit = (input: object, by = host) => by.callTool("github_commit", { ...site, message: "Change it", ...input });
const edit = (path: string, old_text: string, new_text: string) => ({ path, edits: [{ old_text, new_text }] });

/** A branch of its own, at what main is. */
async function aBranch(files: Parameters<typeof committed>[2] = {}): Promise<string> {
  branches += 1;
  await committed(served, `own-${branches}`, files);
  return `own-${branches}`;
}

async function refused(input: object): Promise<string> {
  const { text, isError } = await commit(input);
  expect(isError).toBe(true);
  return text;
}

describe("github_commit", () => {
  it("edits a file of 300 kB without its being sent", async () => {
    const branch = await aBranch();
    const parent = await headOf(branch);
    served.stand.requests.length = 0;
    const { meta } = await answered(
      commit({ branch, changes: [edit("data/large.txt", "line 3000 of a", "LINE 3000 of a")] }),
    );
    expect(served.stand.requests.length).toBeLessThan(10);
    expect(meta).toMatchObject({ commit: await headOf(branch), parent, files: 1 });
    const { content } = await ask<{ content: string }>(
      `git/blobs/${(await entriesOf(branch)).get("data/large.txt")?.split(" ")[1]}`,
    );
    const text = Buffer.from(content, "base64").toString();
    expect([text.length, text.includes("\nLINE 3000 of a"), text.includes("line 3000 of a")]).toEqual([
      298_893,
      true,
      false,
    ]);
  });

  it("changes forty files by one commit and under ten requests", async () => {
    const paths = Array.from({ length: 40 }, (_, index) => `forty/${index}.txt`);
    const branch = await aBranch(Object.fromEntries(paths.map((path, index) => [path, `old ${index}\n`])));
    const [first, ...others] = paths;
    const changes = [{ path: first, content: "whole\n" }, ...others.map((path) => edit(path, "old", "new"))];
    served.stand.requests.length = 0;
    const { meta } = await answered(commit({ branch, changes }));
    expect(served.stand.requests.length).toBeLessThan(10);
    const { files, parents } = await ask<{ files: object[]; parents: { sha: string }[] }>(`commits/${meta.commit}`);
    expect([files.length, parents.length]).toEqual([40, 1]);
    expect(await textOf("forty/39.txt", branch)).toBe("new 39\n");
  });

  it("keeps modes and symlinks, moves and deletes, and leaves everything else", async () => {
    const branch = await aBranch();
    const before = await entriesOf(branch);
    await answered(
      commit({
        branch,
        changes: [
          edit("bin/release.sh", "npm publish", "pnpm publish"),
          { path: "docs/current.md", content: "../README.md" },
          { path: "docs/guide.md", move_to: "manual/guide.md" },
          { path: "pnpm-lock.yaml", delete: true },
          { path: "bin/new.sh", content: "#!/bin/sh\n", mode: "100755" },
          { path: "assets/dot.bin", content: "AAEC", encoding: "base64" },
        ],
      }),
    );
    const after = await entriesOf(branch);
    const modeOf = (path: string) => after.get(path)?.split(" ")[0];
    expect(["bin/release.sh", "docs/current.md", "bin/new.sh", "assets/dot.bin"].map(modeOf)).toEqual([
      ...["100755", "120000", "100755", "100644"],
    ]);
    expect(after.get("manual/guide.md")).toBe(before.get("docs/guide.md"));
    expect([after.has("docs/guide.md"), after.has("pnpm-lock.yaml")]).toEqual([false, false]);
    const kept = [...before].filter(([path]) => /^(src|vendor|data|media)\//.test(path));
    expect(kept.map(([path]) => after.get(path))).toEqual(kept.map(([, entry]) => entry));
  });

  it("says whose work it is", async () => {
    const branch = await aBranch();
    const author = { name: "Rita Reeds", email: "rita@acme.example" };
    const { meta } = await answered(commit({ branch, author, changes: [{ path: "a.txt", content: "a\n" }] }));
    const made = await ask<{ author: object }>(`git/commits/${meta.commit}`);
    expect(made.author).toMatchObject(author);
  });

  it("edits a file with the line ends of Windows, and one with a mark at its beginning", async () => {
    const branch = await aBranch({ "crlf.txt": "one\r\ntwo\r\nthree\r\n", "mark.txt": "\uFEFFone\ntwo\n" });
    await answered(
      commit({ branch, changes: [edit("crlf.txt", "one\ntwo\n", "1\n2\n"), edit("mark.txt", "two", "2")] }),
    );
    expect(await textOf("crlf.txt", branch)).toBe("1\r\n2\r\nthree\r\n");
    expect(await textOf("mark.txt", branch)).toBe("\uFEFFone\n2\n");
  });

  it("leaves alone what is not UTF-8, also where many files are asked for at once", async () => {
    const latin = Buffer.from("caf\xe9 old\n", "latin1");
    const files = { "a.txt": "old\n", "b.txt": "old\n", "c.txt": "old\n" };
    const branch = await aBranch({ ...files, "latin.txt": latin });
    const changes = [...Object.keys(files), "latin.txt"].map((path) => edit(path, "old", "new"));
    expect(await refused({ branch, changes })).toContain("latin.txt is not UTF-8 (iso-8859-1, guessed)");
    expect(await textOf("a.txt", branch)).toBe("old\n");
  });

  it("shows in a dry run what would change, writes nothing, and writes only what was shown", async () => {
    const branch = await aBranch();
    const head = await headOf(branch);
    const changes = [
      edit("src/add.ts", "a + b", "b + a"),
      { path: "README.md", content: "# New\n" },
      { path: "new.txt", content: "new\n" },
      { path: "docs/guide.md", move_to: "guide.md" },
      { path: "pnpm-lock.yaml", delete: true },
    ];
    const plan = await answered(commit({ branch, changes, dry_run: true }));
    expect(plan.text).toContain("\n-  return a + b;\n+  return b + a;\n");
    expect(plan.text).toContain(
      "replace README.md (28 bytes with 6)\ncreate new.txt (4 bytes)\nmove docs/guide.md → guide.md\ndelete pnpm-lock.yaml",
    );
    expect(await headOf(branch)).toBe(head);
    const expected_state = plan.meta.state;
    const other = await commit({ branch, changes: changes.slice(1), expected_state });
    expect([other.isError, other.text]).toEqual([true, expect.stringContaining("changed since the dry run")]);
    await answered(commit({ branch, changes, expected_state }));
    const again = await commit({ branch, changes, expected_state });
    expect(again.isError).toBe(true);
  });

  it("is refused where somebody committed meanwhile, and says who changed what", async () => {
    const branch = await aBranch();
    const expected_head = await headOf(branch);
    const now = await committed(served, branch, { "src/add.ts": "export {};\n", "other.txt": "other\n" }, branch);
    const mine = await refused({ branch, expected_head, changes: [edit("src/add.ts", "a + b", "b + a")] });
    expect(mine).toContain(`The branch is at ${now}, not at ${expected_head}: nothing was written`);
    expect(mine).toContain(`${now.slice(0, 7)} Change 2 files. They changed your files too: src/add.ts.`);
    const others = await refused({ branch, expected_head, changes: [{ path: "x.txt", content: "x" }] });
    expect(others).toContain("None of your files is among theirs.");
    const unknown = await refused({
      branch,
      expected_head: "0".repeat(40),
      changes: [{ path: "x.txt", content: "x" }],
    });
    expect(unknown).toContain("GitHub cannot compare the two.");
  });

  it("does not write over a commit that was made while it worked", async () => {
    const branch = await aBranch();
    let theirs: string | undefined;
    let committing: Promise<void> | undefined;
    // What reads is asked for again until somebody else has committed.
    const isEarly = () => {
      committing ??= committed(served, branch, { "src/add.ts": "export {};\n" }, branch).then((sha) => {
        theirs = sha;
      });
      return theirs === undefined;
    };
    const match = ({ path }: { readonly path: string }) => path.includes("/git/blobs/") && isEarly();
    served.stand.disturb({ method: "GET", match, status: 502, times: 3 });
    const text = await refused({ branch, changes: [edit("src/add.ts", "a + b", "b + a")] });
    await committing;
    expect(text).toContain(`The branch is at ${theirs}`);
    expect(text).toContain("They changed your files too: src/add.ts.");
    expect(await headOf(branch)).toBe(theirs);
  });

  it.each([
    [
      "tells the nearest lines",
      edit("src/add.ts", "return a - b;\n}", "x"),
      'Line 3 comes nearest: "  return a + b;\\n}"',
    ],
    ["says that nothing comes near", edit("src/add.ts", "class Elephant", "x"), "Nothing like it was found"],
    ["tells all places", edit("src/add.ts", "number", "x"), "at line:column 2:24, 2:35, 2:44"],
    ["is no edit of a binary file", edit("assets/logo.png", "PNG", "x"), "assets/logo.png is binary, 70 bytes"],
    ["is no edit of a link", edit("docs/current.md", "guide", "x"), "docs/current.md is a symlink: edit the file"],
    ["needs the file to be there", edit("nope.ts", "a", "b"), "nope.ts is no file of acme/site there"],
    ["needs what is deleted", { path: "nope.ts", delete: true }, "nope.ts is no file of acme/site there"],
    ["keeps a folder", { path: "src", content: "x" }, "src is a folder, and only files are changed here"],
    ["keeps a submodule", { path: "vendor/lib", content: "x" }, "vendor/lib is a submodule"],
    [
      "puts nothing below a file",
      { path: "src/add.ts/x", content: "x" },
      "src/add.ts is a file, so that nothing can be below",
    ],
    ["moves onto nothing", { path: "src/add.ts", move_to: "src/index.ts" }, "src/index.ts is there already"],
    ["takes one way", { path: "a", content: "x", delete: true }, "give one of content, edits, move_to and delete"],
    ["leaves .git alone", { path: "a/.git/config", content: "x" }, "is not a path from the top of the repository"],
    ["wants a change", { path: "src/index.ts", content: 'export { add } from "./add.ts";\n' }, "That changes nothing"],
  ])("%s", async (_, change, said) => {
    const branch = await aBranch();
    const head = await headOf(branch);
    expect(await refused({ branch, changes: [change] })).toContain(said);
    expect(await headOf(branch)).toBe(head);
  });

  it.each([
    [{ branch: "nope" }, "the branch nope of acme/site"],
    [{ branch: "main", repo: "nope" }, "the branch main of acme/nope"],
    [{ branch: "main", repo: "attic" }, "is archived: it can be read, and not changed"],
    [{ branch: "../main" }, "is not a branch's name"],
    [{ branch: "main", owner: "mallory", repo: "bait" }, "not among the repositories that may be used here"],
  ])("refuses %o and says why", async (input, said) => {
    const fresh = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
    const { text, isError } = await commit({ ...input, changes: [{ path: "a", content: "x" }] }, fresh);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("says to whoever may not write what they lack", async () => {
    const rita = await served.open({ as: "rita" });
    const { text, isError } = await commit({ branch: "main", changes: [{ path: "a", content: "x" }] }, rita);
    expect([isError, text]).toEqual([true, expect.stringContaining("or the token may not see it")]);
  });

  it("says what to do where a branch is protected", async () => {
    const branch = await aBranch();
    const message = "Repository rule violations found\n\nChanges must be made through a pull request.";
    served.stand.disturb({ method: "PATCH", match: /git\/refs/, status: 422, message });
    const text = await refused({ branch, changes: [{ path: "a", content: "x" }] });
    expect(text).toContain("Changes must be made through a pull request");
    expect(text).toContain("github_create_branch");
  });

  it("makes the first commit of an empty repository, of one file", async () => {
    const fresh = await served.open({ as: "ada", argv: ["--repos", "acme/empty"] });
    const input = { repo: "empty", branch: "main", changes: [{ path: "README.md", content: "# Begun\n" }] };
    const two = { ...input, changes: [...input.changes, { path: "a.txt", content: "a" }] };
    expect((await commit(two, fresh)).text).toContain("Commit one file with its content first");
    const plan = await answered(commit({ ...input, dry_run: true }, fresh));
    expect(plan.text).toContain("create README.md (8 bytes)");
    const { meta } = await answered(commit({ ...input, expected_state: plan.meta.state }, fresh));
    expect(meta).toMatchObject({ files: 1, commit: expect.stringMatching(/^[0-9a-f]{40}$/) });
    await answered(
      commit({ ...two, changes: [{ path: "a.txt", content: "a" }, edit("README.md", "Begun", "On")] }, fresh),
    );
  });
});

describe("a commit that fails on the way", () => {
  const changes = [
    edit("src/add.ts", "a + b", "b + a"),
    { path: "b.bin", content: "AAEC", encoding: "base64" },
    { path: "docs/guide.md", move_to: "guide.md" },
  ];

  it("writes nothing, whichever request fails", async () => {
    const good = await aBranch();
    served.stand.requests.length = 0;
    await answered(commit({ branch: good, changes }));
    const all = served.stand.requests.length;
    expect(all).toBeGreaterThan(5);
    for (let failing = 0; failing < all; failing += 1) {
      const branch = await aBranch();
      const head = await headOf(branch);
      let seen = 0;
      served.stand.disturb({ match: () => seen++ === failing, status: 422, message: "Disturbed" });
      const { isError } = await commit({ branch, changes });
      served.stand.calm();
      expect([failing, isError, await headOf(branch)]).toEqual([failing, true, head]);
    }
  });

  it.each(["POST", "PATCH"])("is made once where the answer to a %s is lost", async (method) => {
    const branch = await aBranch();
    const head = await headOf(branch);
    served.stand.disturb({ method, match: /git\/(commits|refs)/, status: 502, afterwards: true });
    const { isError } = await commit({ branch, changes });
    expect(isError).toBe(method === "POST");
    const { parents } = await ask<{ parents: { sha: string }[] }>(`git/commits/${await headOf(branch)}`);
    if (method === "PATCH") expect(parents.map(({ sha }) => sha)).toEqual([head]);
    else expect(await headOf(branch)).toBe(head);
  });
});
