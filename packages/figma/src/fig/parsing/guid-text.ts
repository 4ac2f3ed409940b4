import type { Kiwi } from "./kiwi.ts";

type Guid = Kiwi<"GUID">;

/** What a reference has in it that was taken away. */
const none = 0xffffffff;

/** An id as REST writes it, `12:34`. */
export function guidText({ sessionID, localID }: Guid): string {
  return `${sessionID}:${localID}`;
}

/** The id in a reference, undefined where it refers to nothing. */
export function referredGuid(guid: Guid | undefined): string | undefined {
  return guid === undefined || guid.sessionID === none || guid.localID === none ? undefined : guidText(guid);
}
