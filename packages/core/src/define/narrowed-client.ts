import type { HostRoot } from "./question.ts";

/** A client that reaches no more than one host wants it to. */
export interface NarrowedClient<Client> {
  /** Handed to the calls of that host. The same object however often the host changes its mind. */
  readonly client: Client;
  /**
   * Takes what the host says, before its first call and whenever it says otherwise. All of it comes from outside: what
   * cannot be used is left out, so that less is reached and never more.
   *
   * @param roots at most 1000; none where the host has no folders to name
   */
  to(roots: readonly HostRoot[]): Promise<void>;
}
