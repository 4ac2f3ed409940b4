import { isIP, type LookupFunction } from "node:net";

/** Answers Node's look-up with addresses that were checked: the name is never resolved a second time. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, callback) => {
    const [first] = answers;
    if (first === undefined) return callback(new Error("no checked address"), "");
    // With all of them Node tries the next where one does not answer; each has been checked.
    if (all) callback(null, answers);
    else callback(null, first.address, first.family);
  };
}
