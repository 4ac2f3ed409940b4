/** What a seat lets be asked: Dev and Full seats by the minute, View and Collab seats a few times a month. */
export type Seat = "view" | "full";

/** Somebody's token. */
export interface StandToken {
  readonly token: string;
  readonly login: string;
  readonly seat: Seat;
  /** Whether it came from OAuth, and has to be sent as a bearer. */
  readonly isOAuth?: boolean;
  /** Undefined has all. */
  readonly scopes?: readonly string[];
}
