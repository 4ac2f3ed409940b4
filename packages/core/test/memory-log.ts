import type { Log, LogFields, LogLevel } from "../src/logging/log.ts";

/** A log that keeps its events, to be looked at. */
export class MemoryLog implements Log {
  readonly events: Array<LogFields & { readonly level: LogLevel }> = [];

  enabled(): boolean {
    return true;
  }

  write(level: LogLevel, fields: LogFields): void {
    this.events.push({ level, ...fields });
  }

  async flush(): Promise<void> {}

  /** The lines that calls leave, one each. */
  get calls(): ReadonlyArray<LogFields & { readonly level: LogLevel }> {
    return this.events.filter(({ event }) => event === "call");
  }
}
