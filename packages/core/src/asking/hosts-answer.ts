/** What came back from a host that was asked. Nothing of it has been looked at. */
export interface HostsAnswer {
  /** As `SuspendedCalls.suspend` made it, if the host returned it unchanged. */
  readonly state: string | undefined;
  /** By the names of the questions. */
  readonly responses: Readonly<Record<string, unknown>>;
}
