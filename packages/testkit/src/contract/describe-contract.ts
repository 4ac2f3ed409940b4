import { describe } from "vitest";
import { hostKinds } from "../hosts/host-kinds.ts";
import { http } from "../places/http.ts";
import { inProcess } from "../places/in-process.ts";
import { stdio } from "../places/stdio.ts";
import type { Contract } from "./contract.ts";
import { describeCalls } from "./describe-calls.ts";
import { describeCommand } from "./describe-command.ts";
import { describeConduct } from "./describe-conduct.ts";
import { describeDeclaration } from "./describe-declaration.ts";
import { describeLock } from "./describe-lock.ts";
import { describeProcess } from "./describe-process.ts";

export type { Contract } from "./contract.ts";

/**
 * The suite that every connector passes: its declaration, every tool through each kind of host at each place, its conduct
 * over many calls, its command line, its lock, and its process under bad input and at its end. Call it at the top of a
 * test file.
 */
export function describeContract(contract: Contract): void {
  const called = withoutApart(contract);
  const { connector, cli, start } = called;
  describe(`the contract of ${connector.name}`, () => {
    describeDeclaration(contract);
    for (const place of [inProcess(connector, start), stdio(cli, start), http(cli, start)]) {
      for (const kind of hostKinds) describeCalls(called, kind, place);
    }
    describeConduct(called);
    describeCommand(called);
    describeLock(contract);
    describeProcess(called);
  });
}

/** The contract as if the tools that stand apart were not there. */
function withoutApart(contract: Contract): Contract {
  const { connector, start, unreachable, apart = [] } = contract;
  if (apart.length === 0) return contract;
  const tools = connector.tools.filter(({ name }) => !apart.includes(name));
  const filter = ["--tools", tools.map(({ name }) => name).join(",")];
  const filtered = <Start extends Contract["start"]>(given: Start): Start => ({
    ...given,
    argv: [...(given.argv ?? []), ...filter],
  });
  return {
    ...contract,
    connector: { ...connector, tools },
    start: filtered(start),
    ...(unreachable === undefined ? {} : { unreachable: filtered(unreachable) }),
  };
}
