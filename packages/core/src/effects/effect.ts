/** What a call may do to the system behind the connector, from harmless to irreversible. */
export type Effect = "read" | "write" | "destroy";
