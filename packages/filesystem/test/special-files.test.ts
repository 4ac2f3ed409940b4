import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { RawServer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { makeFifo } from "./stand/make-fifo.ts";
import { plant } from "./stand/plant.ts";
import { serveBuilt } from "./stand/serve-built.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, { "plain.txt": "plain" });

/** Anything that waits on such a file would take far longer. */
const atOnce = 2000;

async function timed<T>(work: Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work;
  expect(performance.now() - start).toBeLessThan(atOnce);
  return result;
}

describe.skipIf(process.platform === "win32")("what is no regular file, of which Windows has none in folders,", () => {
  const socket = createServer();
  beforeAll(() => {
    makeFifo(join(folder, "fifo"));
    symlinkSync("fifo", join(folder, "to-fifo"));
    socket.listen(join(folder, "socket"));
  });
  afterAll(() => void socket.close());

  it.each(["fifo", "to-fifo", "socket"])(
    "is refused at once by each tool that reads, and the server lives: %s",
    async (path) => {
      const host = await serveBuilt([folder]);
      for (const tool of ["fs_read", "fs_read_media", "fs_outline"])
        expect((await timed(host.callTool(tool, { path }))).meta.code, tool).toBe("refused");
      expect((await timed(host.callTool("fs_stat", { path, hash: true }))).meta.code).toBe("refused");
      expect((await timed(host.callTool("fs_read_many", { paths: [path, "plain.txt"] }))).text).toContain("plain");
      await expect(timed(host.readResource(`file://${folder}/${path}`))).rejects.toThrow(/regular/);
      expect((await timed(host.callTool("fs_stat", { path }))).isError).toBe(false);
      expect((await timed(host.callTool("fs_list", {}))).isError).toBe(false);
      expect((await timed(host.callTool("fs_read", { path: "plain.txt" }))).text).toContain("plain");
    },
  );

  it.each(["fifo", "socket"])("is no folder either, and not said to be one that fs_read takes: %s", async (path) => {
    const { meta, text } = await (await serveBuilt([folder])).callTool("fs_list", { path });
    expect([meta.code, text]).toEqual(["invalid_input", expect.stringContaining("fs_stat")]);
    expect(text).not.toContain("fs_read");
  });

  it.runIf(existsSync("/dev/zero"))("is refused when it is a device", async () => {
    const host = await serveBuilt(["/dev"]);
    for (const path of ["/dev/zero", "/dev/null", "/dev/tty", "/dev/random", "/dev/stdin", "/dev/fd/0"])
      expect(["refused", "not_found"], path).toContain((await timed(host.callTool("fs_read", { path }))).meta.code);
    expect((await timed(host.callTool("fs_list", { path: "/dev" }))).isError).toBe(false);
  });
});

describe.runIf(process.platform === "linux")("a file of /proc", () => {
  it("is read although it says that it is empty", async () => {
    const host = await serveBuilt(["/proc/self"]);
    const { text } = await host.callTool("fs_read", { path: "status" });
    expect(text).toMatch(/^Name:\t/m);
  });

  it("is read to its end although the system gives it in small pieces", async () => {
    const host = await serveBuilt([`/proc/${process.pid}`]);
    let lines = 0;
    let cursor: unknown;
    let begun = 0;
    do {
      const answer = await host.callTool("fs_read", { path: "maps", ...(cursor === undefined ? {} : { cursor }) });
      // This process's memory may be laid out anew between two pages; then it is read from the start.
      begun += answer.meta.code === "conflict" ? 1 : 0;
      expect(begun).toBeLessThan(20);
      lines = Number(answer.meta.total_lines);
      cursor = answer.meta.nextCursor;
    } while (cursor !== undefined || Number.isNaN(lines));
    expect(readFileSync("/proc/self/maps").length).toBeGreaterThan(4096);
    expect(lines).toBeGreaterThan(60);
  });

  it("does not hold the server up when it has nothing to give", async () => {
    const host = await serveBuilt(["/proc"]);
    for (const path of [
      "/proc/kmsg",
      "/proc/self/mem",
      "/proc/self/root/etc/passwd",
      "/proc/self/fd/0",
      "/proc/self/exe",
    ]) {
      const { meta, isError } = await timed(host.callTool("fs_read", { path }));
      if (isError) expect(["refused", "not_found"], path).toContain(meta.code);
    }
    expect((await timed(host.callTool("fs_read", { path: "/proc/self/status" }))).isError).toBe(false);
  });
});

describe.skipIf(process.platform !== "linux")(
  "a sparse file of 100 GB, with memory measured as Linux tells it,",
  () => {
    const giant = join(folder, "giant.log");
    const resident = (pid: number | undefined) =>
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

    beforeAll(() => {
      const descriptor = openSync(giant, "w");
      ftruncateSync(descriptor, 100 * 1024 ** 3);
      closeSync(descriptor);
    });

    it.each([
      {},
      { encoding: "utf-8" },
      { encoding: "utf-8", tail: 10 },
      { encoding: "utf-8", start_line: 2 },
      { encoding: "utf-8", end_line: 5, max_bytes: 1_000_000_000 },
      { tail: 1_000_000 },
    ])("gives a page or a refusal within two seconds and little memory: %j", async (how) => {
      const server = new RawServer(builtCli, { argv: [folder] });
      await server.initialize();
      const before = resident(server.pid);
      const start = performance.now();
      const call = { name: "fs_read", arguments: { path: "giant.log", ...how } };
      const { result } = await server.request("tools/call", call);
      expect(performance.now() - start).toBeLessThan(3000);
      const { _meta: meta, isError } = result as { _meta: Record<string, unknown>; isError?: boolean };
      if (isError) expect(["refused", "invalid_input"]).toContain(meta.code);
      else expect(meta.nextCursor).toBeDefined();
      expect(resident(server.pid) - before).toBeLessThan(150);
      server.kill("SIGKILL");
      await server.exited;
    });

    it.each([
      [{ tail: 10 }, "Ask for fewer", "with tail"],
      [{ start_line: 9 }, "from the end with tail", "Ask for fewer"],
    ])("is never said to be read in the way that just failed: %j", async (how, advice, misleading) => {
      const host = await serveBuilt([folder]);
      const { meta, text } = await host.callTool("fs_read", { path: "giant.log", encoding: "utf-8", ...how });
      expect([meta.code, text]).toEqual(["refused", expect.stringContaining(advice)]);
      expect(text).not.toContain(misleading);
    });

    it("is refused as a resource", async () => {
      const host = await serveBuilt([folder]);
      await expect(timed(host.readResource(`file://${giant}`))).rejects.toThrow(/larger than/);
    });
  },
);
