import { ConnectorError } from "@drawbridge/core";
import type { RepositoryName } from "../api/github-call.ts";
import { segmentsOf } from "./segments-of.ts";

/** An issue or a pull request as its address names it. */
export interface NumberedAddress extends RepositoryName {
  readonly number: number;
}

/** @throws ConnectorError `invalid_input` */
export function numberedAddress(address: string): NumberedAddress {
  const [owner = "", repo = "", , written = ""] = segmentsOf(address);
  const number = Number(written);
  // Numbers are of 32 bits in GraphQL.
  if (/^[1-9]\d*$/.test(written) && number < 2 ** 31) return { owner, repo, number };
  throw new ConnectorError("invalid_input", "That address ends in no number of GitHub's. It ends as /issues/12 does.");
}
