import { randomUUID } from "node:crypto";
import type { User, WebhookV2, WebhookV2Request } from "@figma/rest-api-spec";
import type { StandDocument, StandFile, StandVersion } from "./stand-file.ts";
import type { StandToken } from "./stand-token.ts";

export interface StandProject {
  readonly id: string;
  readonly name: string;
  readonly team: string;
}

/** A picture that the storage holds. */
interface Stored {
  readonly type: string;
  readonly bytes: Buffer;
}

/** What the stand remembers. */
export class FigmaState {
  readonly tokens = new Map<string, StandToken>();
  readonly files = new Map<string, StandFile>();
  readonly teams = new Map<string, string>();
  readonly projects = new Map<string, StandProject>();
  readonly webhooks = new Map<string, WebhookV2>();
  readonly deliveries: WebhookV2Request[] = [];
  readonly stored = new Map<string, Stored>();
  #count = 1000;
  #version = 2_300_000_000_000_000n;
  #time = Date.UTC(2026, 4, 4, 9);

  /** An id that nothing has yet. */
  nextId(): string {
    this.#count += 1;
    return String(this.#count);
  }

  /** A time after all that were given before. */
  now(): Date {
    this.#time += 60_000;
    return new Date(this.#time);
  }

  user(login: string): User {
    return { id: `user-${login}`, handle: login, img_url: `https://www.figma.com/avatars/${login}` };
  }

  /** Puts a new version of a file before the others. */
  commit(
    file: StandFile,
    content: StandDocument,
    by: string,
    label: string | null = null,
    description: string | null = null,
  ): StandVersion {
    // Ids of versions are longer than a number holds exactly.
    this.#version += 1_000_003n;
    const version = { id: String(this.#version), created: this.now(), by: this.user(by), label, description, content };
    file.versions.unshift(version);
    return version;
  }

  /** Keeps a picture where an address leads to it. */
  store(type: string, bytes: Buffer): string {
    const id = randomUUID();
    this.stored.set(id, { type, bytes });
    return id;
  }
}
