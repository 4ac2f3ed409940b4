import type { ErrorCode } from "./error-code.ts";

/** Shared through the global symbol registry, so that two copies of core in one process agree. */
const marker = Symbol.for("@drawbridge/core.connector-error");

const retryableCodes: ReadonlySet<ErrorCode> = new Set(["rate_limited", "timeout", "unavailable"]);

interface ConnectorErrorOptions {
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
  /** Of a change that may have been made: made again it would be made twice, whatever the code says. */
  readonly mayBeDone?: boolean;
  /** For the log only: what the caller must not see. */
  readonly internal?: string;
  readonly cause?: unknown;
}

/**
 * A failure that the caller is told about. The message is read by a model or a person: it says what was wrong and
 * what would work. Anything else that is thrown reaches the host as `internal`, without detail.
 */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly code: ErrorCode;
  /** Whether the same call may succeed later without being changed. */
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  readonly internal: string | undefined;
  readonly [marker] = true;

  constructor(code: ErrorCode, message: string, options: ConnectorErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = retryableCodes.has(code) && options.mayBeDone !== true;
    this.retryAfter = options.retryAfter;
    this.internal = options.internal;
  }

  /** Recognises an error of any copy of core; `instanceof` would know only this copy's. */
  static is(value: unknown): value is ConnectorError {
    return typeof value === "object" && value !== null && marker in value;
  }

  /** The same failure with another message: what redaction and the fence make of it. */
  withMessage(message: string): ConnectorError {
    const { code, retryable, retryAfter, internal, cause } = this;
    return new ConnectorError(code, message, {
      cause,
      mayBeDone: !retryable,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(internal === undefined ? {} : { internal }),
    });
  }
}
