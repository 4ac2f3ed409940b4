/** What a server answered to one request, and when. */
export interface Answer {
  /** The `result` of the JSON-RPC answer; an error never gets this far. */
  readonly result: Readonly<Record<string, unknown>>;
  /** From the write of the request to the arrival of the answer's last byte. Parsing is in neither server's time. */
  readonly milliseconds: number;
  /** On the clock of `performance.now()`. */
  readonly arrivedAt: number;
}
