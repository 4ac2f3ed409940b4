import { ConnectorError } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import { parseAddress } from "../files/parse-address.ts";

/** What stands for the only file that is open. */
export const theOpenOne = "open";

/**
 * The open file that is meant. Its key and its address come before its name, which two may share.
 *
 * @param needed whether it is an error where none is, or more than one
 */
export function chooseChannel(channels: readonly Channel[], file: string | undefined, needed: true): Channel;
export function chooseChannel(
  channels: readonly Channel[],
  file: string | undefined,
  needed: boolean,
): Channel | undefined;
export function chooseChannel(
  channels: readonly Channel[],
  file: string | undefined,
  needed: boolean,
): Channel | undefined {
  if (file === undefined || file === theOpenOne) return only(channels, file, needed);
  const address = parseAddress(file);
  const key = "problem" in address ? undefined : address.key;
  const byKey = channels.find((channel) => channel.file.key === file || channel.file.key === key);
  if (byKey !== undefined) return byKey;
  return only(
    channels.filter((channel) => channel.file.name === file),
    file,
    needed,
  );
}

function only(channels: readonly Channel[], file: string | undefined, needed: boolean): Channel | undefined {
  const [first, second] = channels;
  if (second === undefined && first !== undefined) return first;
  // Which of several is meant has to be said, where one of them is; no other source knows better.
  if (second !== undefined && (needed || file === theOpenOne))
    throw new ConnectorError("invalid_input", several(channels));
  if (!needed) return undefined;
  throw new ConnectorError("not_found", `${JSON.stringify(file)} is no file that is open with the plugin.`);
}

function several(channels: readonly Channel[]): string {
  const files = channels.map(({ file: { key, name } }) => `${key} (${name})`).join(", ");
  return `Several files are open. Say which by file: ${files}.`;
}
