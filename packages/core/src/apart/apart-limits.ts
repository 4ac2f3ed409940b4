/** What one request may cost the process that works on it. */
export interface ApartLimits {
  /** Of the processor, so that nothing is refused because the machine is busy with something else. */
  readonly workMilliseconds: number;
  /** By the clock: below the limit of a call, so that the caller hears what to do instead. */
  readonly milliseconds: number;
  /** Of JavaScript's own heap. What lies outside of it, such as inflated streams, Node limits nowhere: it is watched. */
  readonly heapMebibytes: number;
  /** Of the process as a whole. */
  readonly residentMebibytes: number;
  /** What takes too much, as the subject of a sentence: "The document". */
  readonly what: string;
  /** A sentence that says what would work. */
  readonly instead: string;
}
