import type { Command } from "./command-line/command.ts";
import { add } from "./commands/add.ts";
import { auditStats } from "./commands/audit-stats.ts";
import { auditTail } from "./commands/audit-tail.ts";
import { auditVerify } from "./commands/audit-verify.ts";
import { doctor } from "./commands/doctor.ts";
import { inspect } from "./commands/inspect.ts";
import { list } from "./commands/list.ts";
import { lockVerify } from "./commands/lock-verify.ts";
import { remove } from "./commands/remove.ts";
import { update } from "./commands/update.ts";

/** Every command, in the order of `--help`. */
export const commands: readonly Command[] = [
  list,
  add,
  update,
  remove,
  doctor,
  inspect,
  lockVerify,
  auditVerify,
  auditTail,
  auditStats,
];
