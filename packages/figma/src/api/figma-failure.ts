import type { EgressAnswer } from "@drawbridge/core";

/** What Figma answered where it did not do what was asked. */
export class FigmaFailure extends Error {
  readonly status: number;
  readonly said: string;
  readonly headers: EgressAnswer["headers"];
  readonly path: string;

  /** @param said Figma's own words, without a full stop */
  constructor(status: number, said: string, headers: EgressAnswer["headers"], path: string) {
    super(`${status} ${said}`);
    this.status = status;
    this.said = said;
    this.headers = headers;
    this.path = path;
  }
}
