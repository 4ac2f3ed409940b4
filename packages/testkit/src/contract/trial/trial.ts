import { isDeepStrictEqual } from "node:util";
import type { Connector } from "@drawbridge/core";
import type { AnswerPerson, Host, ToolAnswer } from "../../hosts/host.ts";
import { openHost } from "../../hosts/open-host.ts";
import { inProcess } from "../../places/in-process.ts";
import type { Contract } from "../contract.ts";
import type { Example } from "./example.ts";
import { examplesOf } from "./examples-of.ts";
import type { Flags } from "./flags.ts";
import { withFlags } from "./with-flags.ts";

interface ServeOptions {
  /** Who answers when the server asks; without one the host cannot ask. */
  readonly person?: AnswerPerson;
  /** In place of the contract's, with what a check put around its parts. */
  readonly connector?: Connector;
}

/** A connector on trial: the calls of its contract, and servers of it under flags of a check's own. */
export class Trial {
  readonly contract: Contract;
  readonly connector: Connector;
  readonly examples: readonly Example[];

  constructor(contract: Contract, examples: readonly Example[]) {
    this.contract = contract;
    this.connector = contract.connector;
    this.examples = examples;
  }

  /** The effect of a call may have to be waited for. */
  static async of<Kind extends Trial>(
    // A check is itself tried on trials that go wrong.
    this: new (
      contract: Contract,
      examples: readonly Example[],
    ) => Kind,
    contract: Contract,
  ): Promise<Kind> {
    return new this(contract, await examplesOf(contract));
  }

  /** The calls that leave the system as it is. */
  get reads(): readonly Example[] {
    return this.examples.filter(({ effect, isDryRun }) => effect === "read" || isDryRun);
  }

  /** The calls that write or destroy. */
  get changes(): readonly Example[] {
    return this.examples.filter((example) => !this.reads.includes(example));
  }

  /** A host with a server of its own in this process, which ends with it. */
  async serve(
    flags: Flags = {},
    { person, connector = this.connector }: ServeOptions = {},
  ): Promise<Host & AsyncDisposable> {
    const place = inProcess(connector, withFlags(this.contract.start, flags));
    const host = await openHost("2025-11-25, SDK 2", place, person);
    return Object.assign(host, { [Symbol.asyncDispose]: () => host.close() });
  }

  /** Makes a call of the contract, the system being as it expects. */
  async call(host: Host, { tool, input, effect }: Example, signal?: AbortSignal): Promise<ToolAnswer> {
    if (effect !== "read") await this.contract.restore?.("local");
    return host.callTool(tool.name, input, signal === undefined ? {} : { signal });
  }

  /** What the work leads to, and whether the system is another after it, as far as the contract can see. */
  async watch<T>(work: () => Promise<T>): Promise<{ readonly outcome: T; readonly changed: boolean }> {
    await this.contract.restore?.("local");
    const before = await this.contract.state?.();
    const outcome = await work();
    return { outcome, changed: !isDeepStrictEqual(await this.contract.state?.(), before) };
  }
}
