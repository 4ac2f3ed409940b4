import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { RawServer } from "@drawbridge/testkit";
import { describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { openHere } from "./stand/open-here.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

/** prlimit(1): limits a process that runs. */
const prlimit = "prlimit";

const names = Array.from({ length: 40 }, (_, number) => `${number}.txt`);

async function start() {
  const base = temporaryFolder();
  const root = join(base, "root");
  plant(root, Object.fromEntries(names.map((name) => [name, "old\n"])));
  const argv = [`${root}:full`, "--confirm", "never", "--journal", join(base, "journal")];
  const server = new RawServer(builtCli, { argv });
  await server.initialize();
  const call = (name: string, input: unknown) => server.request("tools/call", { name, arguments: input });
  return { root, argv, server, call };
}

describe.runIf(process.platform === "linux")("a change", () => {
  it.each([0, 5, 15, 40, 80])(
    "is all done or not at all when the server is told to stop %i ms after it was asked for",
    async (pause) => {
      const { root, argv, server, call } = await start();
      const old = treeOf(root);
      const edits = names.map((path) => ({ path, old: "old", new: "new" }));
      const answer = call("fs_edit", { edits }).then(
        ({ result }) => JSON.stringify(result),
        () => "stopped",
      );
      await setTimeout(pause);
      server.kill("SIGTERM");
      await server.exited;
      const isDone = (await answer).includes('"transaction"');
      await using host = await openHere(argv);
      expect((await host.callTool("fs_history")).text).not.toContain("unfinished");
      const done = Object.fromEntries(names.map((name) => [name, "file 644 new\n"]));
      if (isDone) expect(treeOf(root)).toEqual(done);
      else expect([old, done]).toContainEqual(treeOf(root));
    },
  );

  it("that the disk has no room for leaves all as it was and says so", async () => {
    const { root, server, call } = await start();
    const old = treeOf(root);
    await call("fs_list", {});
    execFileSync(prlimit, ["--pid", `${server.pid}`, "--fsize=20000"]);
    const large = { path: "1.txt", content: "x".repeat(100_000), mode: "overwrite" };
    const { result } = await call("fs_write", large);
    expect(JSON.stringify(result)).toMatch(/refused.*larger than this system allows; nothing was changed/);
    expect(treeOf(root)).toEqual(old);
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
    const small = await call("fs_write", { ...large, content: "fits" });
    expect(small.result?.isError).not.toBe(true);
    server.endInput();
    await server.exited;
  });
});
