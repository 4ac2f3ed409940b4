/** A file that servers read, and what stands in it. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
}
