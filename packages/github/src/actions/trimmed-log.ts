/** What of a log tells why a job failed. */
export interface TrimmedLog {
  readonly lines: readonly string[];
  /** Of the whole log. */
  readonly total: number;
}

/** Lines kept before an error, and after it: what was run, and what was said last. */
const around = { before: 25, after: 5 };

const mark =
  /##\[error\]|^error(\[|:)|\bError:|\bFAIL(ED)?\b|panic:|Traceback \(most recent call last\)|AssertionError|✗|✖|not ok \d/;

/** A stamp that each line of a job's log begins with. */
const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /;

/** What stands around the errors of a job's log, the last of them first to stay where not all do; without any its end. */
export function trimmedLog(log: string, most: number): TrimmedLog {
  const lines = log.split(/\r?\n/).map((line) => line.replace(stamp, ""));
  const errors = lines.flatMap((line, index) => (mark.test(line) ? [index] : []));
  if (errors.length === 0) return { lines: lines.slice(-most), total: lines.length };
  const kept = new Set<number>();
  for (const error of errors.toReversed()) {
    const from = Math.max(0, error - around.before);
    const to = Math.min(lines.length, error + around.after + 1);
    for (let index = from; index < to && kept.size < most; index += 1) kept.add(index);
    if (kept.size >= most) break;
  }
  return {
    lines: withGaps(
      lines,
      [...kept].sort((one, other) => one - other),
    ),
    total: lines.length,
  };
}

function withGaps(lines: readonly string[], kept: readonly number[]): string[] {
  return kept.flatMap((index, position) => {
    const skipped = index - (kept[position - 1] ?? -1) - 1;
    return [...(skipped > 0 ? [`… ${skipped} lines …`] : []), lines[index] ?? ""];
  });
}
