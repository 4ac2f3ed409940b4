import type { Place } from "../places/place.ts";
import type { AnswerPerson, Host, NameRoots } from "./host.ts";
import type { HostKind } from "./host-kind.ts";
import { sdk1Host } from "./sdk-1-host.ts";
import { sdk2Host } from "./sdk-2-host.ts";

/**
 * Connects a host of one kind to a server of its own. Close it.
 *
 * @param person who answers when the server asks; a host without one cannot ask
 * @param roots names the folders that the host works in; one without it declares none
 */
export function openHost(kind: HostKind, place: Place, person?: AnswerPerson, roots?: NameRoots): Promise<Host> {
  if (kind === "2025-11-25, SDK 1") return sdk1Host(place, person, roots);
  return sdk2Host(place, kind === "2026-07-28, SDK 2" ? "2026-07-28" : "2025-11-25", person, roots);
}
