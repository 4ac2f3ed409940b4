/** What a line says beside its time and level: `event` names what happened; `err` holds an error, with its stack. */
export type LogFields = Readonly<Record<string, unknown> & { readonly event: string }>;

/** Levels in order of weight. */
export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "trace";

/** The server's log. One line is one event; nothing of arguments or results belongs in it. */
export interface Log {
  /** Whether lines of a level are written at all, to spare the making of those that are not. */
  enabled(level: LogLevel): boolean;
  write(level: LogLevel, fields: LogFields): void;
  /** Resolves when what was written so far has left the process, or when nobody takes it. */
  flush(): Promise<void>;
}
