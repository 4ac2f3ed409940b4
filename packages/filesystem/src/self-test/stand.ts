import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Caller } from "../changing/transaction/transact.ts";
import type { Files } from "../files.ts";
import { openRegular } from "../reading/open-regular.ts";
import { readWhole } from "../reading/read-whole.ts";

/** Opens the connector's client on one folder, granted in full. */
export type OpenFiles = (root: string, journal: string) => Promise<Files>;

interface StandParts {
  readonly folder: string;
  /** The journal's, `transactions` in it not counted. */
  readonly journal: string;
  readonly open: OpenFiles;
  readonly signal: AbortSignal;
  /** Milliseconds that a race may take. */
  readonly raceTime: number;
}

/** Where one check plays: a folder `root` that is served, and one beside it, `outside`, that no call may reach. */
export class Stand {
  readonly root: string;
  readonly outside: string;
  readonly journal: string;
  readonly signal: AbortSignal;
  readonly raceTime: number;
  readonly #open: OpenFiles;
  readonly #opened: Files[] = [];
  #files: Files | undefined;

  constructor({ folder, journal, open, signal, raceTime }: StandParts) {
    this.root = join(folder, "root");
    this.outside = join(folder, "outside");
    this.journal = journal;
    this.signal = signal;
    this.raceTime = raceTime;
    this.#open = open;
    for (const path of [this.root, this.outside]) mkdirSync(path, { recursive: true });
    this.plant({ "outside/secret.txt": "OUTSIDE", "root/plain.txt": "plain" });
  }

  /** Writes files by their path in the stand's folder, with the folders that they need. */
  plant(files: Readonly<Record<string, string>>): void {
    for (const [path, content] of Object.entries(files)) {
      const full = join(dirname(this.root), path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  }

  /** Makes a link in the root. Windows lets everybody make links of folders alone, of a kind of its own. */
  link(target: string, name: string): void {
    symlinkSync(target, join(this.root, name), "junction");
  }

  /** Content of a file in the root as it lies on the disk, whatever the connector says. */
  onDisk(name: string): string {
    return readFileSync(join(this.root, name), "utf8");
  }

  async files(): Promise<Files> {
    this.#files ??= await this.open(this.root);
    return this.#files;
  }

  /** A client of its own, closed with the stand. */
  async open(root: string): Promise<Files> {
    const files = await this.#open(root, this.journal);
    this.#opened.push(files);
    return files;
  }

  /** A file's text as the tools read it. */
  async read(path: string): Promise<string> {
    const files = await this.files();
    using file = openRegular(files, path);
    return (await readWhole(file, files, this.signal)).toString();
  }

  get caller(): Caller {
    return { tool: "self-test", principal: "self-test", signal: this.signal };
  }

  async close(): Promise<void> {
    for (const files of this.#opened) await files.close();
  }
}
