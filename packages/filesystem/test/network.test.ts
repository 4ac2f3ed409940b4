import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { RawServer } from "@drawbridge/testkit";
import { describe, expect, it, onTestFinished } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, { "a.md": "A" });

/** The sockets of a process that the kernel lists under TCP or UDP: connections, and ports it listens on. */
function networkSockets(pid: number | undefined): readonly string[] {
  const tables = ["tcp", "tcp6", "udp", "udp6"].map((table) => `/proc/${pid}/net/${table}`).filter(existsSync);
  const rows = tables.flatMap((table) => readFileSync(table, "utf8").trim().split("\n").slice(1));
  const inodes = new Set(rows.map((row) => row.trim().split(/\s+/)[9]));
  const open = readdirSync(`/proc/${pid}/fd`).map((descriptor) => linkOf(join(`/proc/${pid}/fd`, descriptor)));
  return open.filter((target) => inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1]));
}

/** The descriptor that lists the others is gone once they are listed. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

describe.runIf(process.platform === "linux")("the built server on stdio", () => {
  it("listens on no port and holds no connection, whatever it is asked", async () => {
    const server = new RawServer(builtCli, { argv: [folder] });
    onTestFinished(() => server.kill("SIGKILL"));
    await server.initialize();
    for (const path of ["a.md", "http://example.com/", "//example.com/share", "file://example.com/a"]) {
      await server.request("tools/call", { name: "fs_read", arguments: { path } });
      await server.request("resources/read", { uri: path });
    }
    expect(networkSockets(server.pid)).toEqual([]);
  });

  it("would be seen if it did, as this process is", async () => {
    const before = networkSockets(process.pid).length;
    const listening = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void listening.close());
    await new Promise((resolve) => listening.once("listening", resolve));
    expect(networkSockets(process.pid)).toHaveLength(before + 1);
  });
});
