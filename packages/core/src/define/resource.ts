import type { CallContext } from "./call-context.ts";
import type { Facts } from "./content.ts";

/** Bytes or text that a resource holds; exact, never fenced. */
export interface ResourceBody {
  readonly mimeType?: string;
  readonly body: string | Uint8Array;
  /** What a reader should know of it, beside its content; told in `_meta`. */
  readonly facts?: Facts;
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

/** Hears of one address while it is watched. */
export interface WatchListener {
  /** What stands at the address is new, changed, gone or back. Call it as often as that happens: hosts are told in bounds. */
  changed(): void;
  /** The watch no longer works. It is closed, and begun again after a while. */
  failed(error: unknown): void;
}

/** A watch that goes on until it is closed. */
export interface Watch {
  close(): void | Promise<void>;
}

/** A kind of resource: one address, or a family of addresses under an RFC 6570 template. */
export interface Resource<Client> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /**
   * RFC 6570, as far as this: `{x}` stands for one or more characters without a slash or a comma (`postgres://{schema}/{table}`), `{+x}`
   * for one or more of any (`file://{+path}`), and `{/x*}` for segments, each behind a slash, of which there may be none
   * (`repo://{owner}/{repo}/contents{/path*}`). Without a variable it is one address, which is listed without a `list`.
   *
   * An address is held against it as it is written. What it names is for `read` and `watch` to take apart, which decode each part of
   * it once after it is parted, and refuse empty segments, `..` and whatever else leads elsewhere.
   */
  readonly uriTemplate: string;
  readonly mimeType?: string;
  /** The tool that gives the same content, or several: where `--tools` takes one away, the resource goes with it. */
  readonly like?: string | readonly string[];
  /** Addresses worth showing a person who browses. Bounded: the first hundreds, not all. */
  list?(context: CallContext<Client>): Promise<readonly ResourceEntry[]>;
  /**
   * Suggestions for a variable of the template, given what was typed so far.
   *
   * @param chosen the template's other variables, as far as the host tells them
   */
  complete?(
    variable: string,
    typed: string,
    context: CallContext<Client>,
    chosen: Readonly<Record<string, string>>,
  ): Promise<readonly string[]>;
  /**
   * Begins to watch for when `list` would answer otherwise, for one principal. As `watch` in all else. Without it hosts are
   * not told that the list changed.
   */
  watchList?(listener: WatchListener, context: CallContext<Client>): Promise<Watch>;
  read(uri: string, context: CallContext<Client>): Promise<ResourceBody>;
  /**
   * Begins to watch one address, for one principal, however many of their hosts subscribe to it. Throws for every address
   * that `read` refuses. The context's signal is aborted once nobody subscribes any more, also while this still begins.
   * Without `watch` nobody can subscribe.
   */
  watch?(uri: string, listener: WatchListener, context: CallContext<Client>): Promise<Watch>;
}
