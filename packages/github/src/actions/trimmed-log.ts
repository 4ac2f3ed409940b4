/** What of a log tells why a job failed. */
export interface TrimmedLog {
  readonly lines: readonly string[];
  /** Of the whole log. */
  readonly total: number;
  /** Whether the lines stand around errors; without any they are the log's end. */
  readonly hasErrors: boolean;
}

/** Lines kept around an error. */
export interface Around {
  readonly before: number;
  readonly after: number;
}

/** What was run before an error, and what was said last. */
const usual: Around = { before: 25, after: 5 };

const mark =
  /##\[error\]|^error(\[|:)|\bError:|\bFAIL(ED)?\b|panic:|Traceback \(most recent call last\)|AssertionError|✗|✖|not ok \d/;

/** A stamp that each line of a job's log begins with. */
const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /;

/** What stands around the errors of a job's log, the last of them first to stay where not all do; without any its end. */
export function trimmedLog(log: string, most: number, around: Around = usual): TrimmedLog {
  const lines = linesOf(log);
  const errors = lines.flatMap((line, index) => (mark.test(line) ? [index] : []));
  const hasErrors = errors.length > 0;
  const kept = hasErrors ? linesAround(errors, lines.length, most, around) : ends(lines.length, most);
  return { lines: withGaps(lines, kept), total: lines.length, hasErrors };
}

function linesOf(log: string): readonly string[] {
  const lines = log.split(/\r?\n/).map((line) => line.replace(stamp, ""));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function linesAround(errors: readonly number[], total: number, most: number, { before, after }: Around): number[] {
  const kept = new Set<number>();
  for (const error of errors.toReversed()) {
    // From the error itself on backwards, so that it stays where not all around it does.
    for (let index = Math.min(total - 1, error + after); index >= Math.max(0, error - before); index -= 1) {
      if (kept.size >= most) break;
      kept.add(index);
    }
  }
  return [...kept].sort((one, other) => one - other);
}

function ends(total: number, most: number): number[] {
  const from = Math.max(0, total - most);
  return Array.from({ length: total - from }, (_, index) => from + index);
}

function withGaps(lines: readonly string[], kept: readonly number[]): string[] {
  const gap = (skipped: number) => (skipped > 0 ? [`… ${skipped} lines …`] : []);
  const shown = kept.flatMap((index, position) => [...gap(index - (kept[position - 1] ?? -1) - 1), lines[index] ?? ""]);
  return [...shown, ...gap(lines.length - 1 - (kept.at(-1) ?? -1))];
}
