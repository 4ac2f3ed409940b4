import { pino } from "pino";
import type { Redactor } from "../redaction/redactor.ts";
import type { LogFields, LogLevel } from "./log.ts";

/** Lines that a host has not taken yet are kept up to here, then dropped: one that never reads stderr must not stop us. */
const mostBufferedBytes = 1_048_576;

/** One event, with its weight. */
export type LogEntry = readonly [level: LogLevel, fields: LogFields];

/** What turns events into lines on stderr. */
export interface LineWriter {
  /** Their lines leave together: to write each by itself costs a call of the system for every call of a tool. */
  write(entries: readonly LogEntry[]): void;
  flush(done: () => void): void;
}

/** Every line is redacted as a whole before it is written, so that no field can carry a secret past the redaction. */
export async function openLineWriter({
  name,
  format,
  redactor,
}: {
  readonly name: string;
  readonly format: "json" | "pretty";
  readonly redactor: Redactor;
}): Promise<LineWriter> {
  // Not pino.destination(2): its write to a pipe that nobody reads blocks a thread, which process.exit() then waits for.
  const { stderr } = process;
  // A host that closed our stderr does not want to know.
  stderr.on("error", () => {});
  const shape = format === "json" ? (line: string) => line : await prettyShape();
  let text = "";
  let bytes = 0;
  // Events carry the time at which they happened; pino would put that at which they are written.
  const logger = pino(
    { level: "trace", base: { name }, timestamp: false },
    {
      write(line: string) {
        if (stderr.writableLength + bytes >= mostBufferedBytes) return;
        const shaped = shape(redactor.text(line));
        text += shaped;
        bytes += Buffer.byteLength(shaped);
      },
    },
  );
  return {
    write(entries) {
      for (const [level, fields] of entries) logger[level](fields);
      stderr.write(text);
      [text, bytes] = ["", 0];
    },
    flush: (done) => void stderr.write("", () => done()),
  };
}

async function prettyShape(): Promise<(line: string) => string> {
  const { default: pretty } = await import("pino-pretty");
  const prettify = pretty.prettyFactory({ colorize: process.stderr.isTTY === true, messageKey: "event" });
  return (line) => prettify(line) ?? line;
}
