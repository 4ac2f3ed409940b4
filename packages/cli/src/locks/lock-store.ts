import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Failure } from "../command-line/failure.ts";
import type { Lock } from "./lock.ts";
import { lockFolder } from "./lock-folder.ts";

/** The locks of the person, one file each. */
export class LockStore {
  readonly #folder: string;

  constructor(folder = lockFolder()) {
    this.#folder = folder;
  }

  /** Undefined where none was recorded. Throws `Failure` for a file that is none. */
  read(name: string, project?: string): Lock | undefined {
    return this.all().find((lock) => lock.name === name && lock.project === project);
  }

  /** Every lock, by name. Throws `Failure` for a file that is none. */
  all(): readonly Lock[] {
    return filesIn(this.#folder).map((file) => readLock(join(this.#folder, file)));
  }

  /** Throws `Failure` where none can be recorded: then nothing is to be changed either. */
  assertWritable(): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      accessSync(this.#folder, constants.W_OK | constants.X_OK);
    } catch (error) {
      throw new Failure(
        `no lock can be recorded in ${this.#folder} (${(error as NodeJS.ErrnoException).code}), and nothing was written: look at who may write there`,
      );
    }
  }

  /** Records what was accepted, in the place of what was accepted before. Returns the file. */
  keep(lock: Lock): string {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = this.#file(lock.name, lock.project);
    const unfinished = `${file}.${process.pid}.new`;
    writeFileSync(unfinished, `${JSON.stringify(lock, null, 2)}\n`, { mode: 0o600 });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, file);
    return file;
  }

  /** Forgets it. */
  drop(name: string, project?: string): void {
    rmSync(this.#file(name, project), { force: true });
  }

  #file(name: string, project: string | undefined): string {
    const place = project === undefined ? "" : `-${createHash("sha256").update(project).digest("hex").slice(0, 12)}`;
    // Names differ in case only where the file system may not.
    return join(this.#folder, `${encodeURIComponent(name)}${place}.json`);
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new Failure(`${folder} cannot be read (${(error as NodeJS.ErrnoException).code}): look at who may read it`);
  }
}

function readLock(file: string): Lock {
  let lock: Partial<Lock> | null;
  try {
    lock = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code = "it is not JSON" } = error as NodeJS.ErrnoException;
    throw new Failure(`the lock ${file} cannot be read (${code}): delete it, and add its connector again`);
  }
  if (lock?.version === 1 && lock.name !== undefined && lock.source !== undefined && lock.definitions !== undefined)
    return lock as Lock;
  throw new Failure(
    `the lock ${file} is of another version of this program, or altered: delete it, and add its connector again`,
  );
}
