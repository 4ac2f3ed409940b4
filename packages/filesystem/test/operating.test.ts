import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { containerfile } from "./stand/containerfile.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, { "files/a.md": "one" });
// A program that everybody may read and nobody write to, as in an image; a checkout may be its owner's alone.
for (const name of ["dist", "package.json"]) {
  cpSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), join(folder, "program", name), { recursive: true });
}
writeFileSync(join(folder, "http-token"), `${"a".repeat(64)}\n`);
for (const each of [folder, join(folder, "program")]) chmodSync(each, 0o555);

const environment = {
  ...containerfile.environment,
  DRAWBRIDGE_HTTP: containerfile.environment.DRAWBRIDGE_HTTP?.replace(/\d+$/, "0"),
  DRAWBRIDGE_HTTP_TOKEN_FILE: join(folder, "http-token"),
  DRAWBRIDGE_PUBLIC_URL: "https://mcp.example.com/mcp",
};

/** Starts the built server as the image does: its variables and no others, its user where that can be, nowhere to write. */
async function start(...roots: string[]) {
  const child = spawn(process.execPath, [join(folder, "program/dist/cli.js"), ...roots], {
    env: environment,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    ...(process.getuid?.() === 0 ? { uid: containerfile.user, gid: containerfile.user } : {}),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = once(child, "close").then(([code]) => code as number | null);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    if (line.includes('"event":"serving"')) break;
  }
  child.stderr.resume();
  const { port = 0 } = (lines.at(-1)?.startsWith("{") ? JSON.parse(lines.at(-1) ?? "") : {}) as { port?: number };
  return { child, exited, lines, port };
}

/** Exit code of the image's own health check, asked where the server listens. */
function healthCheck(port: number): Promise<unknown> {
  const [, ...argv] = containerfile.healthCheck.map((each) => each.replace(":8080/", `:${port}/`));
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { env: environment }, (error) => resolve(error === null ? 0 : error.code));
  });
}

describe.skipIf(process.platform === "win32")("the image's definition", () => {
  it("needs no shell, and runs as a number that is not root's", () => {
    expect(containerfile.entryPoint[0]).toBe("node");
    expect(containerfile.healthCheck[0]).toBe("node");
    expect(containerfile.user).toBeGreaterThan(0);
  });

  it("has a health check that the server passes while it lives, and a signal that ends it well", async () => {
    const { child, exited, lines, port } = await start(join(folder, "files"));
    expect(lines).toEqual([expect.stringContaining('"event":"serving"')]);
    expect(await healthCheck(port)).toBe(0);
    child.kill(containerfile.stopSignal);
    expect(await exited).toBe(0);
    expect(await healthCheck(port)).toBe(1);
  });

  it("takes calls by the names it was given, and with the token", async () => {
    const { port } = await start(join(folder, "files"));
    const statusOf = async (host: string) => (await fetch(`http://${host}:${port}/mcp`, { method: "POST" })).status;
    expect([await statusOf("127.0.0.1"), await statusOf("localhost")]).toEqual([401, 403]);
  });

  // Others have a home by the system's list of users, whatever the environment says.
  it.runIf(process.getuid?.() === 0)("has no home, and says so of a root that begins with one", async () => {
    const { exited, lines } = await start("~/notes");
    expect([await exited, lines.join("\n")]).toEqual([2, expect.stringContaining("write the folder in full")]);
  });
});
