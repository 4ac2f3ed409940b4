import type { Command } from "./command.ts";
import { auditVerify } from "./commands/audit-verify.ts";

/** Every command, in the order of `--help`. */
export const commands: readonly Command[] = [auditVerify];
