import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";

const script = fileURLToPath(new URL("process/shelf-server.mjs", import.meta.url));

/** The server as a process, spoken to by lines. */
class ShelfProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly answers: Array<{ readonly id?: unknown; readonly result?: unknown; readonly error?: unknown }> = [];
  stderr = "";
  readonly closed: Promise<number | null>;

  constructor(...argv: string[]) {
    this.child = spawn(process.execPath, [script, ...argv], { env: { PATH: process.env.PATH } });
    this.closed = once(this.child, "close").then(([code]) => code as number | null);
    this.child.stdin.on("error", () => {});
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    createInterface({ input: this.child.stdout }).on("line", (line) => this.answers.push(JSON.parse(line)));
  }

  send(id: number, method: string, params: unknown): void {
    this.child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
  }

  async initialized(): Promise<this> {
    const clientInfo = { name: "raw", version: "1" };
    this.send(0, "initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo });
    await this.answer(0);
    return this;
  }

  call(id: number, name: string, input: object): void {
    this.send(id, "tools/call", { name, arguments: input });
  }

  async answer(id: number): Promise<unknown> {
    return vi.waitFor(
      () => {
        const answer = this.answers.find((candidate) => candidate.id === id);
        if (answer === undefined) throw new Error(`No answer to ${id} yet`);
        return answer;
      },
      { timeout: 10_000, interval: 5 },
    );
  }
}

/** A process that does not outlive its test. */
function start(...argv: string[]): ShelfProcess {
  const shelf = new ShelfProcess(...argv);
  onTestFinished(() => void shelf.child.kill("SIGKILL"));
  return shelf;
}

describe.concurrent("a server's process", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "answers what runs at %s, closes the client, ends with 0",
    async (signal) => {
      const shelf = await start().initialized();
      shelf.call(1, "shelf_wait", { milliseconds: 300 });
      shelf.send(2, "ping", {});
      await shelf.answer(2);
      shelf.child.kill(signal);
      expect(await shelf.closed).toBe(0);
      expect(shelf.answers.at(-1)).toMatchObject({
        id: 1,
        result: { content: [{ text: expect.stringContaining("\nwaited\n") }] },
      });
      expect(shelf.stderr).toContain("closed the shelf");
    },
  );

  it("answers what runs when its input ends", async () => {
    const shelf = await start().initialized();
    shelf.call(1, "shelf_wait", { milliseconds: 100 });
    shelf.child.stdin.end();
    expect(await shelf.closed).toBe(0);
    expect(await shelf.answer(1)).toMatchObject({
      result: { content: [{ text: expect.stringContaining("\nwaited\n") }] },
    });
  });

  it("answers what does not end within five seconds with `unavailable`, and ends", async () => {
    const shelf = await start("--concurrency", "1").initialized();
    shelf.call(1, "shelf_wait", { milliseconds: 60_000 });
    shelf.call(2, "shelf_wait", { milliseconds: 60_000 });
    shelf.child.stdin.end();
    expect(await shelf.closed).toBe(0);
    expect(shelf.answers.slice(1)).toMatchObject([
      { id: 1, result: { _meta: { code: "unavailable" } } },
      { id: 2, result: { _meta: { code: "unavailable" } } },
    ]);
  });

  it("ends at once at a second signal", async () => {
    const shelf = await start().initialized();
    shelf.call(1, "shelf_wait", { milliseconds: 60_000 });
    shelf.send(2, "ping", {});
    await shelf.answer(2);
    shelf.child.kill("SIGTERM");
    await vi.waitFor(() => expect(shelf.stderr).toContain("stopping"), { timeout: 5000 });
    shelf.child.kill("SIGTERM");
    expect(await shelf.closed).toBe(1);
  });

  it("refuses calls while it stops", async () => {
    const shelf = await start().initialized();
    shelf.call(1, "shelf_wait", { milliseconds: 3000 });
    shelf.send(2, "ping", {});
    await shelf.answer(2);
    shelf.child.kill("SIGTERM");
    await vi.waitFor(() => expect(shelf.stderr).toContain("stopping"), { timeout: 5000 });
    shelf.call(3, "shelf_wait", { milliseconds: 1 });
    expect(await shelf.answer(3)).toMatchObject({ error: { message: "The server is stopping" } });
    expect(await shelf.closed).toBe(0);
  });

  it("ends in order, with 1, after an error that nobody caught", async () => {
    const shelf = await start().initialized();
    shelf.call(1, "shelf_crash", {});
    expect(await shelf.closed).toBe(1);
    expect(shelf.stderr).toContain("nobody caught this");
    expect(shelf.stderr).toContain("closed the shelf");
  });

  it("ends when its host no longer reads", async () => {
    const shelf = await start().initialized();
    shelf.child.stdout.destroy();
    shelf.call(1, "shelf_wait", { milliseconds: 1 });
    expect(await shelf.closed).toBe(0);
  });
});

describe("a server's command line", () => {
  it("says in one line what is wrong, and ends with 2", async () => {
    const shelf = start("--acess", "read");
    expect(await shelf.closed).toBe(2);
    expect(shelf.stderr).toMatch(/^\S+: unknown option --acess; did you mean --access\? \(see \S+ --help\)\n$/);
  });
});
