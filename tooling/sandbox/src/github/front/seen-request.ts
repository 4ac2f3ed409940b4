/** A request as the stand saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  /** What was answered; 0 where the connection was cut. */
  readonly status: number;
  /** What GitHub would have taken from the token's allowance. */
  readonly cost: number;
  /** Whether it asked for what has changed only. */
  readonly isConditional: boolean;
}
