/** How much a line for the host's log matters, in syslog's words (RFC 5424), from the least. */
export type HostLogLevel = "debug" | "info" | "notice" | "warning" | "error" | "critical" | "alert" | "emergency";
