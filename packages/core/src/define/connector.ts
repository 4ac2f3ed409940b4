import type * as z from "zod";
import type { Finding } from "../doctor/finding.ts";
import type { Access } from "../effects/access.ts";
import type { Log } from "../logging/log.ts";
import type { Choices } from "./choices.ts";
import type { Mode } from "./mode.ts";
import type { NarrowedClient } from "./narrowed-client.ts";
import type { Prompt } from "./prompt.ts";
import type { Resource } from "./resource.ts";
import type { Tool } from "./tool.ts";

/** What `open` is handed beside the connector's own options. */
export interface OpenContext {
  readonly log: Log;
  /** What the person granted with `--access`; undefined when they left it to the connector's own options. */
  readonly access: Access | undefined;
  /** Aborted when the server stops while the client is being opened. */
  readonly signal: AbortSignal;
  /** The configuration and the audit log of this process, where it serves: no call may change them. See `ownFiles`. */
  readonly ownFiles?: readonly string[];
}

/** A connector: everything that core needs to serve one system. */
export interface Connector<Client = unknown, Options extends z.ZodObject = z.ZodObject> {
  /** Short and lower case; the package is `@drawbridge/<name>`, the command `drawbridge-<name>`. */
  readonly name: string;
  /** The system's own name, as people write it. */
  readonly title: string;
  /** One sentence for `--help` and the registries. */
  readonly description: string;
  /** Command lines for `--help`, each with what it does. */
  readonly examples: ReadonlyArray<readonly [commandLine: string, meaning: string]>;
  /** For the model, at the start of a session: what the tools are for and how they go together. */
  readonly instructions?: string;
  /** Where the package's own package.json lies; its version is the one that the server announces. */
  readonly package: URL;
  /** The only reader of flags, environment and configuration; see `option`. */
  readonly options: Options;
  /** The access in force when `--access` is not given; `read` unless the connector's own options grant more. */
  defaultAccess?(options: z.output<Options>): Access;
  /** Looks at what the options name before anything is served; throws `UsageError` for what cannot work. */
  verify?(options: z.output<Options>): Promise<void>;
  /**
   * Of inputs of tools and prompts, what the options leave to choose from, such as the names of what is served. Definitions
   * and their lock are those before options.
   */
  choices?(options: z.output<Options>): Choices;
  /** Whether the client is opened before anything is answered, as where it has to mend what a crash left, or waits for others; else on first use. */
  opensAtStart?(options: z.output<Options>, access: Access): boolean;
  /** Called on first use, once. */
  open(options: z.output<Options>, context: OpenContext): Promise<Client>;
  close?(client: Client): Promise<void>;
  /**
   * The client for one host that says in which folders it works: one of an earlier revision, on stdio, that declares
   * `roots`. It may reach less than the client, never more. Without `narrow` no host is asked.
   */
  narrow?(client: Client, context: Pick<OpenContext, "log">): NarrowedClient<Client>;
  /** Asked by health checks and `--check`; throws when the system cannot be used. Its facts are shown. */
  check(client: Client, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  /**
   * What `--doctor` should tell beside core's own findings, and beside whether `check` passes: looked for before the client
   * is opened, and also where it cannot be. `verify` has not been asked.
   */
  doctor?(options: z.output<Options>, context: OpenContext): Iterable<Finding> | AsyncIterable<Finding>;
  /** What the program does instead of serving where a flag of the connector's own asks for it. */
  readonly modes?: readonly Mode<Options>[];
  readonly tools: readonly Tool<Client>[];
  /**
   * Tools that the options bring, as a file that they name does: served beside `tools`, in the same way. The lock of the
   * build does not hold them, since they are the person's; `--list-definitions` tells them, for which what is otherwise
   * required may be missing from the options. Throws `UsageError`.
   */
  moreTools?(options: Partial<z.output<Options>>): Promise<readonly Tool<Client>[]>;
  /**
   * Tools that the options leave out, by name, each with what a person would write to have it: `--toolsets gists`. They are
   * not listed and cannot be called; definitions and their lock hold them all the same.
   */
  withheld?(options: z.output<Options>): ReadonlyMap<string, string>;
  readonly resources?: readonly Resource<Client>[];
  readonly prompts?: readonly Prompt<Client>[];
}
