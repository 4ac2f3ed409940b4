import { bloat } from "./checks/bloat.ts";
import { cache } from "./checks/cache.ts";
import { connections } from "./checks/connections.ts";
import { constraints } from "./checks/constraints.ts";
import { indexes } from "./checks/indexes.ts";
import { locks } from "./checks/locks.ts";
import { replication } from "./checks/replication.ts";
import { sequences } from "./checks/sequences.ts";
import { settings } from "./checks/settings.ts";
import { vacuum } from "./checks/vacuum.ts";
import type { HealthCheck } from "./health-check.ts";

/** All that `pg_health` looks for, in the order in which it is told. */
export const healthChecks: readonly HealthCheck[] = [
  ...[connections, cache, indexes, bloat, vacuum],
  ...[sequences, replication, constraints, locks, settings],
];
