import type { Page } from "../paging/page.ts";
import type { CallContext } from "./call-context.ts";

/** A tool's context: the call's, and the page it is to fill. */
export interface ToolContext<Client> extends CallContext<Client> {
  readonly page: Page;
  /**
   * The `stateDigest` of the plan that a person approved, where one was asked. A tool that can compares it once more when
   * nothing can change any more, inside its transaction or behind its lock.
   */
  readonly approvedState: string | undefined;
  /**
   * A stretch of a longer text without the parts of secrets that its borders cut through. For a tool that answers text by
   * pages: redaction sees one page alone.
   *
   * @param before what comes before the stretch, `secretReach` characters of it; likewise `after`
   */
  withoutCutSecrets(before: string, stretch: string, after: string): string;
  /**
   * Resolves once the host has taken the answers before this one, or at once where it cannot be known. A tool that is about
   * to gather a large answer waits for it: else many of them would be held in memory for one host.
   */
  room(): Promise<void>;
  /**
   * Facts for the answer's `_meta` alone, where programs find them and no model reads them: what the call cost, what is left.
   * Those of one name replace each other.
   */
  note(facts: Readonly<Record<string, number | boolean>>): void;
  /** In characters, how far the longest secret may reach that is known here. */
  readonly secretReach: number;
}
