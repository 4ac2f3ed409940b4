import { existsSync } from "node:fs";
import type { Environment } from "./read-environment.ts";

/**
 * The address of the session's bus, by which a Secret Service is reached on Linux, where a host has started the server without
 * it: systemd has it in the same place everywhere. Undefined where it is known already, or cannot be had.
 */
export function sessionBus(
  { DBUS_SESSION_BUS_ADDRESS: known, XDG_RUNTIME_DIR: folder }: Environment,
  uid = process.getuid?.(),
  isThere = existsSync,
): string | undefined {
  if (known || uid === undefined) return undefined;
  const socket = `${folder || `/run/user/${uid}`}/bus`;
  return isThere(socket) ? `unix:path=${socket}` : undefined;
}
