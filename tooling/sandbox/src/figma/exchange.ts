import type { StandToken } from "./stand-token.ts";

/** A request, as the stand reads it. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The JSON that came with it. */
  readonly body: unknown;
  readonly token: StandToken;
}

/** What answers it: JSON, or the bytes of a picture. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Figma's errors come in two shapes, by the endpoint. */
export function refused(status: number, said: string, isBoolean = false): Answer {
  return { status, body: isBoolean ? { status, error: true, message: said } : { status, err: said } };
}
