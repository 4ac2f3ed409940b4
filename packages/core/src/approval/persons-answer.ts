/** What came back from a person who was asked. */
export interface PersonsAnswer {
  /** As `Approvals.ask` made it, if the host returned it unchanged. */
  readonly approval: string;
  readonly verdict: "allowed" | "declined";
}
