import { spawn } from "node:child_process";

/** A program with its arguments. */
export interface ProgramCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** How a program ended. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it could not be run to its end, in words. */
  readonly trouble?: string;
}

interface Settings {
  /** Milliseconds. */
  readonly timeout: number;
  /** Beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** By itself npm waits for minutes before it says that there is no network. */
const impatience = { npm_config_fetch_retries: "1", npm_config_fetch_retry_mintimeout: "1000" };

const mostBytes = 32 * 1024 * 1024;

/** Runs a program to its end without input. Never rejects: what goes wrong is told. */
export function runProgram({ command, args }: ProgramCommand, { timeout, environment }: Settings): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...impatience, ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    let trouble: string | undefined;
    const end = (reason: string) => {
      trouble ??= reason;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(end, timeout, `no end within ${timeout / 1000} seconds`);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", () => {
        if (stdout.bytes + stderr.bytes > mostBytes) end(`more than ${mostBytes} bytes of output`);
      });
    }
    child.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const reason = error.code === "ENOENT" ? `${command} is not found` : error.message;
      resolve({ exitCode: undefined, stdout: stdout.text(), stderr: stderr.text(), trouble: trouble ?? reason });
    });
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      const ended = { exitCode: exitCode ?? undefined, stdout: stdout.text(), stderr: stderr.text() };
      resolve(trouble === undefined ? ended : { ...ended, trouble });
    });
  });
}

interface Collected {
  readonly bytes: number;
  text(): string;
}

function collect(stream: NodeJS.ReadableStream): Collected {
  const chunks: Buffer[] = [];
  const collected = { bytes: 0, text: () => Buffer.concat(chunks).toString("utf8") };
  stream.on("data", (chunk: Buffer) => {
    collected.bytes += chunk.length;
    chunks.push(chunk);
  });
  return collected;
}
