import { describe, expect, it } from "vitest";
import { checks } from "./checks/checks.ts";
import type { Contract } from "./contract.ts";
import { Trial } from "./trial/trial.ts";

/** What core takes a connector's word for, or what only shows over several calls. */
export function describeConduct(contract: Contract): void {
  const applying = checks.filter(({ appliesTo }) => appliesTo === undefined || appliesTo(contract));
  describe("its conduct", { timeout: 60_000 }, () => {
    for (const { name, find } of applying) {
      it(
        name,
        async () => {
          expect(await find(await Trial.of(contract))).toEqual([]);
        },
        contract.checkTimeout,
      );
    }
  });
}
