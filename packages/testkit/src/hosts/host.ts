import type { Suggest } from "./suggest.ts";

/** A tool as a host lists it. */
export interface ListedTool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly outputSchema?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** What a tool answered. */
export interface ToolAnswer {
  /** All text blocks, joined. */
  readonly text: string;
  readonly structured: Readonly<Record<string, unknown>> | undefined;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
  /** Images and sounds, in base64; left out where there are none. */
  readonly media?: ReadonlyArray<{ readonly mimeType: string; readonly data: string }>;
}

/** How a call is made. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  onProgress?(progress: {
    readonly progress: number;
    readonly total?: number | undefined;
    readonly message?: string | undefined;
  }): void;
}

/** What the person behind a host does when a server asks: accepts with what they filled in, or not. */
export type AnswerPerson = (question: string) => Promise<{
  readonly action: "accept" | "decline" | "cancel";
  readonly content?: Readonly<Record<string, boolean | string | number>>;
}>;

/** The folders that a host works in, as it tells them when it is asked. Hosts of 2026-07-28 have no such thing. */
export type NameRoots = () => Promise<ReadonlyArray<{ readonly uri: string; readonly name?: string }>>;

/** An AI host connected to one server: the same verbs whatever the SDK and protocol revision beneath. */
export interface Host {
  readonly server: { readonly name: string; readonly version: string };
  listTools(): Promise<readonly ListedTool[]>;
  callTool(name: string, input?: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<ToolAnswer>;
  listResources(): Promise<ReadonlyArray<{ readonly uri: string; readonly name: string }>>;
  listResourceTemplates(): Promise<ReadonlyArray<{ readonly uriTemplate: string }>>;
  readResource(uri: string): Promise<{ readonly text?: string; readonly blob?: string; readonly mimeType?: string }>;
  /** Hears of an address's changes until it is closed. Rejects when the server does not agree to tell. */
  subscribe(uri: string, onUpdate: () => void): Promise<{ close(): Promise<void> }>;
  /** Hears of changes of the list of resources, once that was asked for, until it is closed. */
  followResourceList(onChange: () => void): Promise<{ close(): Promise<void> }>;
  listPrompts(): Promise<ReadonlyArray<{ readonly name: string }>>;
  /** The text of the prompt's messages. */
  getPrompt(name: string, input?: Readonly<Record<string, string>>): Promise<string>;
  /** Says that the host works in other folders than before. */
  rootsChanged(): Promise<void>;
  readonly complete: Suggest;
  readonly completePrompt: Suggest;
  close(): Promise<void>;
}
