import type { Redactor } from "../redaction/redactor.ts";
import type { Log, LogFields, LogLevel } from "./log.ts";
import type { LineWriter, LogEntry } from "./open-line-writer.ts";

/** Lines leave together, this many milliseconds after the first of them: no call waits for its own. */
const batch = 25;

/** Milliseconds that the end of the process waits for a host that does not read our stderr. */
const patience = 200;

const weights: Readonly<Record<LogLevel | "silent", number>> = {
  silent: 0,
  fatal: 10,
  error: 20,
  warn: 30,
  info: 40,
  debug: 50,
  trace: 60,
};

interface StderrLogOptions {
  readonly name: string;
  readonly level: LogLevel | "silent";
  readonly format: "json" | "pretty";
  readonly redactor: Redactor;
}

/**
 * Logs to stderr through pino; stdout belongs to the protocol. Pino is loaded with the first batch, after the server has
 * begun to answer.
 */
export class StderrLog implements Log {
  readonly #options: StderrLogOptions;
  #waiting: LogEntry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writer: Promise<LineWriter> | undefined;

  constructor(options: StderrLogOptions) {
    this.#options = options;
  }

  enabled(level: LogLevel): boolean {
    return weights[level] <= weights[this.#options.level];
  }

  write(level: LogLevel, fields: LogFields): void {
    if (!this.enabled(level)) return;
    this.#waiting.push([level, { time: Date.now(), ...fields }]);
    this.#timer ??= setTimeout(() => void this.#send(), batch).unref();
  }

  async flush(): Promise<void> {
    if (this.#waiting.length > 0) await this.#send();
    const writer = await this.#writer;
    if (writer === undefined) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, patience).unref();
      writer.flush(resolve);
    });
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#waiting.splice(0);
    this.#writer ??= import("./open-line-writer.ts").then(({ openLineWriter }) => openLineWriter(this.#options));
    const writer = await this.#writer;
    writer.write(entries);
  }
}
