/**
 * What must outlive a call, or be known to all replicas of a server. Only the memory of one process is built; the shape
 * lets Redis or PostgreSQL stand behind it without a change to those who use it.
 */
export interface StateStore {
  /** Takes a name that can be taken once. Resolves to false when it was taken before, and forgets it after a time. */
  claim(name: string, milliseconds: number): Promise<boolean>;
}
