import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { ConnectorError, type Containment, type HeldDirectory } from "@drawbridge/core";
import { createFile } from "../changing/disk/create-file.ts";
import { removeTree } from "../changing/disk/remove-tree.ts";
import { syncDirectory } from "../changing/disk/sync-directory.ts";
import { statsAt } from "../changing/places/stats-at.ts";
import { bytesBelow } from "./bytes-below.ts";
import { isGone } from "./places/is-gone.ts";
import { type TransactionRecord, transactionRecord } from "./records/transaction-record.ts";
import type { TransactionState } from "./records/transaction-state.ts";

/** A transaction's number, which sorts by time, and how far it has come. */
export interface Entry {
  readonly id: string;
  readonly state: TransactionState;
}

/** Two hundred files with the longest paths are less. */
const mostRecordBytes = 16 * 1024 * 1024;

const recordName = /^(\d{17}-[0-9a-f]{8})\.(open|clearing|done|undoing|undone)$/;

/**
 * Transactions on disk, each a record and what it keeps, side by side in one folder that only this user reads: a change
 * of a record's state is a rename, and one sync of the folder makes it last.
 */
export class Journal implements Disposable {
  readonly folder: string;
  readonly directory: HeldDirectory;
  /** Transactions that this process had to break off, as it took them back. */
  readonly interrupted = new Set<string>();

  private constructor(folder: string, directory: HeldDirectory) {
    this.folder = folder;
    this.directory = directory;
  }

  /** Opens the journal, making it where there is none. Throws `unavailable` where it can be neither. */
  static open(folder: string, containment: Containment): Journal {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const real = realpathSync.native(folder);
      assertPrivate(real, folder);
      return new Journal(real, containment.openRoot(real));
    } catch (error) {
      const reason = ConnectorError.is(error) ? error.message : `(${(error as NodeJS.ErrnoException).code})`;
      throw new ConnectorError(
        "unavailable",
        `Nothing is changed, for the journal ${folder} cannot be used ${reason}. The person who runs this server names ` +
          "another folder with --journal.",
        { cause: error },
      );
    }
  }

  /** Bytes that each transaction keeps. */
  sizes(): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const { name } of this.directory.list()) {
      const id = name.slice(0, name.indexOf("."));
      sizes.set(id, (sizes.get(id) ?? 0) + this.directory.withPath(name, bytesBelow));
    }
    return sizes;
  }

  get isThere(): boolean {
    return !isGone(this.directory);
  }

  /** A number for a new transaction, and the beginning of the names of what belongs to it. */
  newId(): string {
    return `${new Date().toISOString().replace(/\D/g, "")}-${randomBytes(4).toString("hex")}`;
  }

  /**
   * Writes down what is going to be done, or that anew: whole at any time, since another process may look at it. It lasts
   * once this and `sync` are through.
   */
  async write(id: string, record: TransactionRecord): Promise<void> {
    await createFile(this.directory, `${id}.new`, (descriptor) => writeFileSync(descriptor, JSON.stringify(record)));
    this.#rename(`${id}.new`, `${id}.open`);
  }

  /** Throws `conflict` where another server that has the same journal was quicker. */
  async mark(id: string, from: TransactionState, to: TransactionState): Promise<void> {
    try {
      this.#rename(`${id}.${from}`, `${id}.${to}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      throw new ConnectorError(
        "conflict",
        "Another server with the same journal was at this transaction meanwhile. fs_history shows how far it is.",
        { cause: error },
      );
    }
    await this.sync();
  }

  /** Records that were being written: whole where they can be read, and how many milliseconds old. */
  drafts(): Array<{ readonly name: string; readonly record: TransactionRecord | undefined; readonly age: number }> {
    return this.directory
      .list()
      .filter(({ name }) => name.endsWith(".new"))
      .flatMap(({ name }) => {
        const stats = statsAt(this.directory, name);
        return stats === undefined
          ? []
          : [{ name, record: this.#parse(name), age: Date.now() - Number(stats.mtimeMs) }];
      });
  }

  /** All transactions, the newest first. */
  entries(): Entry[] {
    return this.directory
      .list()
      .flatMap(({ name }) => {
        const [, id, state] = recordName.exec(name) ?? [];
        return id === undefined ? [] : [{ id, state: state as TransactionState }];
      })
      .sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Undefined for a record that is gone, or is none. */
  read({ id, state }: Entry): TransactionRecord | undefined {
    return this.#parse(`${id}.${state}`);
  }

  /** Forgets a transaction with all that it keeps; the record last, for without it nobody would know of the rest. */
  forget(id: string): void {
    this.forgetKept(id);
    for (const { name } of this.#belonging(id)) this.remove(name);
  }

  /** Forgets what a transaction keeps, and not that it was. */
  forgetKept(id: string): void {
    for (const { name } of this.#belonging(id)) {
      if (!recordName.test(name)) this.remove(name);
    }
  }

  remove(name: string): void {
    if (statsAt(this.directory, name) !== undefined) removeTree(this.directory, name);
  }

  sync(): Promise<void> {
    return syncDirectory(this.directory);
  }

  [Symbol.dispose](): void {
    this.directory[Symbol.dispose]();
  }

  #rename(from: string, to: string): void {
    this.directory.withPath(from, (path) => this.directory.withPath(to, (target) => renameSync(path, target)));
  }

  #belonging(id: string) {
    return this.directory.list().filter(({ name }) => name.startsWith(`${id}.`));
  }

  #parse(name: string): TransactionRecord | undefined {
    try {
      if (this.directory.stat(name).size > mostRecordBytes) return undefined;
      return transactionRecord.parse(JSON.parse(this.directory.withPath(name, (path) => readFileSync(path, "utf8"))));
    } catch {
      return undefined;
    }
  }
}

/** It holds the content of files that others may not read. */
function assertPrivate(folder: string, asked: string): void {
  // Where it leads is not what no tool may read and change.
  if (folder !== asked) throw new ConnectorError("refused", "because a link leads to another place");
  if (process.platform === "win32") return;
  const { mode, uid } = statSync(folder);
  if ((mode & 0o077) === 0 && uid === process.geteuid?.()) return;
  throw new ConnectorError(
    "refused",
    "because others than this user may read it: it must be this user's own, with mode 700",
  );
}
