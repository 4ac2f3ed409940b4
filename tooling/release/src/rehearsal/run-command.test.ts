import { tmpdir } from "node:os";
import { processStart } from "@drawbridge/core";
import { expect, it, vi } from "vitest";
import { runCommand } from "./run-command.ts";

const settings = { cwd: tmpdir(), environment: process.env, timeout: 60_000, signal: new AbortController().signal };

it("resolves with what a command printed", async () => {
  expect(await runCommand(process.execPath, ["-e", "console.log(1 + 1); console.error('aside')"], settings)).toBe(
    "2\n",
  );
});

it("rejects with what a command said when it failed", async () => {
  const failing = runCommand(process.execPath, ["-e", "console.error('no disk'); process.exit(3)"], settings);
  await expect(failing).rejects.toThrow(/ended with 3\nno disk/);
});

it("rejects for a command that is not there", async () => {
  await expect(runCommand("drawbridge-no-such-command", [], settings)).rejects.toThrow("ENOENT");
});

/** Starts a process that outlives it unless it is ended too, and tells its number. */
const parent = `
  const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
  console.error("child " + child.pid);
  setInterval(() => {}, 1000);
`;

/** What has ended may not have been taken note of by its parent yet. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return processStart(pid) !== "ended";
}

it.each([
  ["at its limit", () => ({ timeout: 1500 }), /did not end within/],
  ["when the signal is aborted", () => ({ signal: AbortSignal.timeout(1500) }), /TimeoutError/],
])("ends a command with what it started %s", async (_, changed, why) => {
  const failing = runCommand(process.execPath, ["-e", parent], { ...settings, ...changed() });
  const { message, cause } = await failing.then(
    () => new Error("it ended well"),
    (error: Error) => error,
  );
  expect(String(cause)).toMatch(why);
  const pid = Number(/child (\d+)/.exec(message)?.[1]);
  expect(pid).toBeGreaterThan(0);
  await vi.waitFor(() => expect(runs(pid)).toBe(false), { timeout: 10_000 });
});
