import type { Hello } from "./handshake.ts";
import type { Reply } from "./messages.ts";
import type { Request } from "./requests.ts";

/** What a person has chosen in the plugin and Figma keeps for them (`clientStorage`). */
export interface PluginSettings {
  /** Whether the person is asked before a plan removes anything; on unless they turned it off. */
  readonly askBeforeRemoving: boolean;
}

/** A pairing as the plugin keeps it, and where it was last of use. */
export interface KeptPairing {
  readonly id: string;
  readonly secret: string;
  readonly port: number;
}

/** A node that a plan would remove, as the person who is asked is shown it. */
export interface Removal {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** How many nodes are inside it. */
  readonly inside: number;
}

/** From the plugin's main thread (`figma.ui.postMessage`) to its page, which holds the connection. */
export type ThreadMessage =
  /** In answer to `opened`. */
  | {
      readonly type: "ready";
      readonly hello: Pick<Hello, "version" | "instance" | "file" | "page" | "editor" | "operations">;
      readonly settings: PluginSettings;
      readonly pairings: readonly KeptPairing[];
      /** Words on what was rolled back because the plugin was closed in the middle of it. */
      readonly rolledBack?: string;
    }
  /** To be sent to the connector as it is. */
  | { readonly type: "reply"; readonly reply: Reply }
  /** A plan waits until the person has answered. */
  | { readonly type: "ask"; readonly ask: string; readonly removals: readonly Removal[]; readonly more: number }
  /** The plan that was asked for is no longer wanted. */
  | { readonly type: "unask"; readonly ask: string };

/** From the plugin's page (`parent.postMessage({ pluginMessage }, "*")`) to its main thread. */
export type PageMessage =
  /** The page runs; `ready` is wanted. */
  | { readonly type: "opened" }
  | { readonly type: "request"; readonly request: Request }
  | { readonly type: "answer"; readonly ask: string; readonly allowed: boolean }
  | { readonly type: "settings"; readonly settings: PluginSettings }
  /** All pairings that are to be kept. */
  | { readonly type: "pairings"; readonly pairings: readonly KeptPairing[] }
  | { readonly type: "resize"; readonly width: number; readonly height: number };
