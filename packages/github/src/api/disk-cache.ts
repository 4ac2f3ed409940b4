import { SealedFolder } from "@drawbridge/core";
import type { AnswerCache, KnownAnswer } from "./answer-cache.ts";

interface Settings {
  readonly folder: string;
  /** What only the credential's owner has. */
  readonly secret: string;
  /** Of all answers in the folder, whosever they are. */
  readonly mostBytes: number;
}

/** Answers in a folder that several processes may share, sealed with the credential. */
export class DiskCache implements AnswerCache {
  readonly #folder: SealedFolder;

  constructor(settings: Settings) {
    this.#folder = new SealedFolder({ ...settings, purpose: "drawbridge-github answers" });
  }

  async get(key: string): Promise<KnownAnswer | undefined> {
    const kept = await this.#folder.get(key);
    return kept === undefined ? undefined : (JSON.parse(kept.toString("utf8")) as KnownAnswer);
  }

  async set(key: string, answer: KnownAnswer): Promise<void> {
    await this.#folder.set(key, Buffer.from(JSON.stringify(answer)));
  }
}
