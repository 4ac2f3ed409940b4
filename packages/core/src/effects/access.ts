/** What the person who runs the server allows: `read`, then `write`, then `destroy` (under `full`). */
export type Access = "read" | "write" | "full";
