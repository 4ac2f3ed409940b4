import { expect, it } from "vitest";
import type { GithubCall } from "../api/github-call.ts";
import { TrustLedger } from "../trust/trust-ledger.ts";
import { readBlob } from "./read-blob.ts";

const site = { owner: "acme", repo: "site" };

it("ends where each file is said to be a symlink to another", async () => {
  let asked = 0;
  const large = { type: "file", sha: "0".repeat(40), size: 2_000_000, content: "", encoding: "none" };
  const call = {
    ledger: new TrustLedger(),
    send: async () => ({ status: 200, headers: {}, body: JSON.stringify(large) }),
    request: async () => {
      asked += 1;
      return { content: Buffer.from("b").toString("base64"), size: 1 };
    },
  } as unknown as GithubCall;
  await expect(readBlob(call, site, "a")).rejects.toMatchObject({ code: "unavailable" });
  expect(asked).toBeLessThan(20);
});
