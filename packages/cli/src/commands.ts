import type { Command } from "./command-line/command.ts";
import { add } from "./commands/add.ts";
import { auditVerify } from "./commands/audit-verify.ts";
import { list } from "./commands/list.ts";

/** Every command, in the order of `--help`. */
export const commands: readonly Command[] = [list, add, auditVerify];
