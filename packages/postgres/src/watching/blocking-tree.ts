/** A session as far as it waits for others. */
interface Waiting {
  readonly pid: number;
  readonly state?: string;
  readonly query?: string;
  readonly blocked_by?: readonly number[];
}

/** Deeper chains are cut: they may go in a circle until the server finds the deadlock. */
const deepest = 20;
const longestQuery = 80;

/** Who holds up whom, as lines: under each session those that wait for it, indented. Sessions that nobody waits for are left out. */
export function blockingTree(sessions: readonly Waiting[]): string[] {
  const byPid = new Map(sessions.map((session) => [session.pid, session]));
  const waiting = sessions.filter(({ blocked_by: blockers = [] }) => blockers.length > 0);
  const blockers = new Set(waiting.flatMap(({ blocked_by: pids = [] }) => pids));
  const roots = [...blockers].filter((pid) => (byPid.get(pid)?.blocked_by ?? []).length === 0);
  const lines = (pid: number, depth: number): string[] => [
    `${"  ".repeat(depth)}${described(pid, byPid.get(pid))}`,
    ...(depth < deepest
      ? waiting.filter(({ blocked_by: pids = [] }) => pids.includes(pid)).flatMap((one) => lines(one.pid, depth + 1))
      : []),
  ];
  return roots.flatMap((pid) => lines(pid, 0));
}

function described(pid: number, session: Waiting | undefined): string {
  const query = session?.query?.replaceAll(/\s+/g, " ").slice(0, longestQuery);
  return `${pid}${session?.state === undefined ? "" : ` (${session.state})`}${query === undefined ? "" : `: ${query}`}`;
}
