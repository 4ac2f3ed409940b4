/** The AI hosts that people run: tomorrow's protocol, today's on the same SDK, and today's on the SDK embedded in most. */
export type HostKind = "2026-07-28, SDK 2" | "2025-11-25, SDK 2" | "2025-11-25, SDK 1";
