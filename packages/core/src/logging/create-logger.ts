import { type Logger, pino } from "pino";
import type { Redactor } from "../redaction/redactor.ts";

interface LoggerOptions {
  readonly name: string;
  readonly level: string;
  readonly format: "json" | "pretty";
  readonly redactor: Redactor;
}

/** Lines that a host has not taken yet are kept up to here, then dropped: a host that never reads stderr must not stop us. */
const mostBufferedBytes = 1_048_576;

/** A logger to stderr; stdout belongs to the protocol. Every line is redacted as a whole before it is written. */
export async function createLogger({ name, level, format, redactor }: LoggerOptions): Promise<Logger> {
  const stderr = pino.destination({ fd: 2, sync: false, maxLength: mostBufferedBytes });
  stderr.on("error", () => {});
  const write =
    format === "json" ? (line: string) => stderr.write(line) : await prettyWriter((text) => stderr.write(text));
  return pino({ name, level, base: null }, { write: (line: string) => write(redactor.text(line)) });
}

async function prettyWriter(write: (text: string) => void): Promise<(line: string) => void> {
  const { prettyFactory } = await import("pino-pretty");
  const prettify = prettyFactory({ colorize: process.stderr.isTTY === true, ignore: "pid,hostname" });
  return (line) => write(prettify(line) ?? line);
}
