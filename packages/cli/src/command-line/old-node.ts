const [leastMajor, leastMinor] = [20, 19];

/** One line for who runs this on a Node that is too old for it and for every connector; else undefined. */
export function oldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `this is Node ${version}, and Drawbridge needs ${leastMajor}.${leastMinor} or later: install a current one from nodejs.org, or with your version manager`;
}
