/** What somebody sent with NOTIFY. */
export interface Notification {
  /** Counts the notifications of a channel since the server listens. */
  readonly sequence: number;
  /** When it came here. */
  readonly time: string;
  /** The session that sent it. */
  readonly pid: number;
  readonly payload: string;
}
