import type { CallContext } from "./call-context.ts";

/** Bytes or text that a resource holds; exact, never fenced. */
export interface ResourceBody {
  readonly mimeType?: string;
  readonly body: string | Uint8Array;
}

/** One entry of the host's list of resources. */
export interface ResourceEntry {
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** In bytes. */
  readonly size?: number;
}

/** A kind of resource: one address, or a family of addresses under an RFC 6570 template. */
export interface Resource<Client> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** RFC 6570, level 1 or reserved expansion: `postgres://{schema}/{table}`, `file://{+path}`. */
  readonly uriTemplate: string;
  readonly mimeType?: string;
  /** The tool that gives the same content: where `--tools` takes it away, the resource goes with it. */
  readonly like?: string;
  /** Addresses worth showing a person who browses. Bounded: the first hundreds, not all. */
  list?(context: CallContext<Client>): Promise<readonly ResourceEntry[]>;
  /** Suggestions for a variable of the template, given what was typed so far. */
  complete?(variable: string, typed: string, context: CallContext<Client>): Promise<readonly string[]>;
  read(uri: string, context: CallContext<Client>): Promise<ResourceBody>;
}
