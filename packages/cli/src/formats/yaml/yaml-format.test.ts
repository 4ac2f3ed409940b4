import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { ServerEntry } from "../../entries/server-entry.ts";
import { yamlFormat } from "./yaml-format.ts";

const references = {
  write: (variable: string) => `\${{ secrets.${variable} }}`,
  pattern: /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/,
};
const format = yamlFormat(references, { name: "Drawbridge", version: "1.0.0", schema: "v1" });
const entry: ServerEntry = {
  command: "npx",
  args: ["-y", "@drawbridge/github@1.2.3"],
  env: { DRAWBRIDGE_TOKEN: { variable: "GITHUB_TOKEN" } },
};

describe("a host's YAML", () => {
  it("gets a server behind the others, and keeps every other line as it is", () => {
    const before = `name: mine   # odd
models:
    - name: x
mcpServers:
    - name: other
      command: y   # why

# the end
rules: []
`;
    const put = format.put(before, "github", entry);
    expect(put).toBe(`name: mine   # odd
models:
    - name: x
mcpServers:
    - name: other
      command: y   # why
    - name: github
      command: npx
      args:
        - -y
        - "@drawbridge/github@1.2.3"
      env:
        DRAWBRIDGE_TOKEN: \${{ secrets.GITHUB_TOKEN }}

# the end
rules: []
`);
    expect(format.read(put).get("github")).toEqual(entry);
    expect(format.take(put, "github")).toBe(before);
  });

  it("begins as Continue wants it where there was none", () => {
    const put = format.put("", "github", entry);
    expect(parse(put)).toMatchObject({
      name: "Drawbridge",
      version: "1.0.0",
      schema: "v1",
      mcpServers: [{ name: "github" }],
    });
    expect(parse(format.take(put, "github"))).toEqual({ name: "Drawbridge", version: "1.0.0", schema: "v1" });
  });

  it.each([
    "name: a\nmcpServers: []\n",
    "{name: a, mcpServers: [{name: b, command: c}]}\n",
    "name: a\nmcpServers:\n- name: b\n  command: c\n  extra: 1",
    "name: a\r\nmcpServers:\r\n  - name: b\r\n    command: c\r\n",
    "name: a\nmcpServers:\n  - uses: org/server\n",
    "# only a comment\n",
    "name: a\nmcpServers:\n",
  ])("gets a server and loses it again from %j", (before) => {
    const put = format.put(before, "github", entry);
    expect(format.read(put).get("github")).toEqual(entry);
    const taken = format.take(put, "github");
    expect(format.names(taken)).toEqual(format.names(before));
    expect(parse(taken).name).toBe(before.startsWith("#") ? "Drawbridge" : "a");
  });

  it("changes of a server only what is to be otherwise", () => {
    const before =
      "mcpServers:\n  - name: github\n    timeout: 5 # short\n    command: npx\n    args: [a]\n    env: {A: b}\n";
    const put = format.put(before, "github", { ...entry, env: {} });
    expect(parse(put).mcpServers).toEqual([{ name: "github", timeout: 5, command: "npx", args: entry.args }]);
    expect(put).toContain("# short");
  });

  it("changes a server that is there without a touch of any other line", () => {
    const before = `models:
    - name: "x"   # quoted


mcpServers:
    # mine
    - name: github # the name
      command: npx   # why
      args: [ "-y", "@drawbridge/github@1.2.2" ]   # pinned
      timeout:   5
    # the other
    -   name: other
        command: y
`;
    const after = before
      .replace('[ "-y", "@drawbridge/github@1.2.2" ]', '[ -y, "@drawbridge/github@1.2.3" ]')
      .replace(
        "timeout:   5\n",
        `timeout:   5\n      env:\n        DRAWBRIDGE_TOKEN: ${references.write("GITHUB_TOKEN")}\n`,
      );
    expect(format.put(before, "github", entry)).toBe(after);
    expect(format.put(after, "github", entry)).toBe(after);
    expect(format.put(after.replaceAll("\n", "\r\n"), "github", entry)).toBe(after.replaceAll("\n", "\r\n"));
    expect(format.put(after, "github", { ...entry, env: {} })).toBe(
      before.replace('[ "-y", "@drawbridge/github@1.2.2" ]', '[ -y, "@drawbridge/github@1.2.3" ]'),
    );
  });

  it("puts one that is started by a command in the whole place of one that is reached over HTTP", () => {
    const before = "mcpServers:\n  - name: github\n    type: sse\n    url: https://x\n  - name: z\n    url: y\n";
    expect(parse(format.put(before, "github", { ...entry, env: {} })).mcpServers).toEqual([
      { name: "z", url: "y" },
      { name: "github", command: "npx", args: entry.args },
    ]);
  });

  it.each(["mcpServers: []", "mcpServers:", "mcpServers: ~"])("fills %j, with all else as it was", (empty) => {
    const before = `a:   1\n${empty} # none yet\nz:    2\n`;
    const lines = format.put(before, "github", { ...entry, args: [], env: {} }).split("\n");
    expect(lines).toEqual([
      ...["a:   1", "mcpServers: # none yet", "  - name: github", "    command: npx", "    args: []", "z:    2", ""],
    ]);
  });

  it.each([
    ["a: [", "line 1: it is not valid YAML"],
    ["- a\n", "it holds no YAML mapping"],
    ["mcpServers: 5\n", '"mcpServers" is no list'],
  ])("is told to be wrong: %j", (text, problem) => {
    expect(() => format.put(text, "github", entry)).toThrow(problem);
  });

  it("is put and taken with all else meaning the same, whatever it holds", () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const server = fc.record({ name: word, command: fc.string(), args: fc.array(fc.string(), { maxLength: 3 }) });
    const file = fc.record({
      before: fc.jsonValue(),
      mcpServers: fc.uniqueArray(server, { selector: ({ name }) => name, maxLength: 3 }),
      after: fc.jsonValue(),
    });
    fc.assert(
      fc.property(file, fc.constantFrom(2, 4), fc.boolean(), (value, indent, indentSeq) => {
        const text = stringify(value, { indent, indentSeq });
        const put = format.put(text, "new-one", entry);
        expect(parse(put)).toEqual({
          ...parse(text),
          mcpServers: [
            ...value.mcpServers,
            { name: "new-one", command: "npx", args: entry.args, env: expect.anything() },
          ],
        });
        const changed = format.put(put, "new-one", { command: "other", args: [], env: {} });
        expect(parse(changed)).toEqual({
          ...parse(text),
          mcpServers: [...value.mcpServers, { name: "new-one", command: "other", args: [] }],
        });
        const taken = format.take(put, "new-one");
        expect(parse(taken)).toEqual(value.mcpServers.length === 0 ? without(parse(text)) : parse(text));
      }),
      { numRuns: 40 },
    );
  });
});

function without({ mcpServers: _none, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}
