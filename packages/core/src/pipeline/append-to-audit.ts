import type { AuditEvent } from "../audit/audit-event.ts";
import type { Call } from "./call.ts";

type Event = Omit<AuditEvent, "call" | "principal" | "operation" | "effect" | "dryRun" | "arguments">;

/** Appends a line about a call to the audit log, where there is one. Throws when it cannot be written. */
export function appendToAudit(
  { runtime, operation, principal, reference, effect, dryRun, digest = "" }: Call,
  event: Event,
): void {
  runtime.audit?.append({
    call: reference,
    principal,
    operation: `${operation.kind} ${operation.name}`,
    effect,
    ...(dryRun ? { dryRun } : {}),
    arguments: digest,
    ...event,
  });
}
