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
  const { connector, cli, start } = contract;
  describe(`the contract of ${connector.name}`, () => {
    describeDeclaration(contract);
    for (const place of [inProcess(connector, start), stdio(cli, start), http(cli, start)]) {
      for (const kind of hostKinds) describeCalls(contract, kind, place);
    }
    describeConduct(contract);
    describeCommand(contract);
    describeLock(contract);
    describeProcess(contract);
  });
}
