import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bell } from "./bell.ts";
import { bundled } from "./bundled.ts";

/** The built bell, which answers first, by its `dist`. */
interface FirstBell {
  /** As it is. */
  readonly whole: string;
  /** As if its program took forever to load. */
  readonly stuck: string;
  /** Stuck too, and it gives a host all the time that a busy machine needs. */
  readonly patient: string;
  remove(): void;
}

const answersFirst = { tower: "north|south", rope: "\\w+", ringers: "\\w+", wheel: ".+", sound: "\\w+" };

export function firstBell(): FirstBell {
  const folder = mkdtempSync(join(tmpdir(), "drawbridge-first-"));
  const home = bundled(join(folder, "bell"), bell, { mcpName: "com.example/bell", bundle: { answersFirst } });
  const copied = (name: string) => {
    const copy = join(folder, name);
    cpSync(home, copy, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
    writeFileSync(join(copy, "dist", "program.js"), "process.stdin.resume();");
    return join(copy, "dist");
  };
  const [stuck, patient] = [copied("stuck"), copied("patient")];
  const command = readFileSync(join(patient, "cli.cjs"), "utf8");
  const slowed = command.replace(/\bpatience=100\b/, "patience=20000");
  if (slowed === command) throw new Error("The command says its patience in another way: look at what this replaces");
  writeFileSync(join(patient, "cli.cjs"), slowed);
  return { whole: join(home, "dist"), stuck, patient, remove: () => rmSync(folder, { recursive: true }) };
}
