import type { HostKind } from "./host-kind.ts";

/** All kinds of hosts that a connector has to serve. */
export const hostKinds: readonly HostKind[] = ["2026-07-28, SDK 2", "2025-11-25, SDK 2", "2025-11-25, SDK 1"];
