/** Every address that the operating system has for a name, so that each of them is checked. */
export async function resolveName(name: string): Promise<readonly string[]> {
  const { lookup } = process.getBuiltinModule("node:dns").promises;
  const answers = await lookup(name, { all: true, verbatim: true });
  return answers.map(({ address }) => address);
}
