import fc from "fast-check";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import type { ServerEntry } from "../../entries/server-entry.ts";
import { envReferences } from "../env-references.ts";
import { jsonFormat } from "./json-format.ts";

const format = jsonFormat({ servers: "servers", also: { type: "stdio" }, references: envReferences });
const entry: ServerEntry = {
  command: "npx",
  args: ["-y", "@drawbridge/github@1.2.3"],
  env: { DRAWBRIDGE_TOKEN: { variable: "GITHUB_TOKEN" }, DRAWBRIDGE_HOST: { text: "github.com" } },
};

describe("a host's JSON", () => {
  it("gets a server behind the others, and keeps every comment and line as it is", () => {
    const before = `{
\t// mine
\t"servers": {
\t\t"other": { "command": "x", "args": ["a"] } // keep
\t},
\t"inputs": [],
}
`;
    expect(format.put(before, "github", entry)).toBe(`{
\t// mine
\t"servers": {
\t\t"other": { "command": "x", "args": ["a"] }, // keep
\t\t"github": {
\t\t\t"type": "stdio",
\t\t\t"command": "npx",
\t\t\t"args": [
\t\t\t\t"-y",
\t\t\t\t"@drawbridge/github@1.2.3"
\t\t\t],
\t\t\t"env": {
\t\t\t\t"DRAWBRIDGE_TOKEN": "\${env:GITHUB_TOKEN}",
\t\t\t\t"DRAWBRIDGE_HOST": "github.com"
\t\t\t}
\t\t}
\t},
\t"inputs": [],
}
`);
  });

  it.each([
    ["", "an empty file"],
    ["{}", "an empty object"],
    ['{\n  "a": 1\n}\n', "no servers yet"],
    ['{"servers":{}}', "no server yet, on one line"],
    ['{ "servers": { "a": { "command": "b" } } }', "one line"],
    ['{\n  "servers": {\n    // none yet\n  }\n}', "a comment alone"],
    ['{\r\n    "servers": {\r\n        "a": {"command": "b"},\r\n    },\r\n}\r\n', "trailing commas and CRLF"],
    ['{\n  "servers": { /* here */ "a": 1 /* there */ }\n}', "comments between"],
  ])("gets a server and loses it again from %j: %s", (before) => {
    const put = format.put(before, "github", entry);
    const started = (parse(before) ?? {}) as { servers?: object };
    expect(format.read(put).get("github")).toEqual(entry);
    expect(parse(put)).toEqual({ ...started, servers: { ...started.servers, github: expect.anything() } });
    for (const comment of before.match(/\/\*.*?\*\/|\/\/[^\r\n]*/g) ?? []) expect(put).toContain(comment);
    expect(put.replaceAll("\r\n", "")).not.toMatch(before.includes("\r\n") ? /\n/ : /\r/);
    const taken = format.take(put, "github");
    expect(parse(taken)).toEqual({ ...started, servers: started.servers ?? {} });
  });

  it("changes of a server only what is to be otherwise", () => {
    const before =
      '{"servers":{"github":{"disabled":true,"command":"npx","args":["-y","@drawbridge/github@1.0.0"],"env":{"A":"b"}}}}';
    const after = format.put(before, "github", { ...entry, env: {} });
    expect(parse(after).servers.github).toEqual({ disabled: true, command: "npx", args: entry.args, type: "stdio" });
    expect(after).toContain('"disabled":true,"command":"npx","args":["-y","@drawbridge/github@1.2.3"]');
  });

  it("puts one that is started by a command in the whole place of one that is reached over HTTP", () => {
    const before = '{"servers":{"github":{"type":"http","url":"https://x"},"other":1}}';
    expect(parse(format.put(before, "github", { ...entry, env: {} })).servers).toEqual({
      github: { type: "stdio", command: "npx", args: entry.args },
      other: 1,
    });
  });

  it.each([
    ['{"servers": {', "line 1: it is not valid JSON (close brace expected)"],
    ['{\n"servers": {"a" 1}}', "line 2: it is not valid JSON"],
    ["[]", "line 1: it holds no JSON object"],
    ['{"servers": []}', '"servers" is no object'],
    ['{"servers": {},\n"servers": {"a": {}}}', 'line 2: "servers" stands there twice'],
    ['{"servers": {\n"github": {},\n"github": {}}}', 'line 3: "github" stands there twice'],
    [`{"a": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "it is nested too deeply"],
  ])("is told to be wrong: %j", (text, problem) => {
    expect(() => format.put(text, "github", entry)).toThrow(problem);
  });

  it("is put and taken with nothing else changed, whatever it holds and however it is laid out", () => {
    const key = fc.stringMatching(/^[a-z]{1,6}$/);
    const server = fc.record({ command: key, args: fc.array(fc.string(), { maxLength: 3 }) });
    const file = fc.record(
      { servers: fc.dictionary(key, server, { maxKeys: 3 }), other: fc.json() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(file, fc.constantFrom("", "  ", "\t"), fc.boolean(), (value, indent, isWindows) => {
        const plain = JSON.stringify(value, null, indent);
        const text = isWindows ? plain.replaceAll("\n", "\r\n") : plain;
        const put = format.put(text, "new-one", entry);
        expect(JSON.parse(put)).toEqual({
          ...value,
          servers: { ...value.servers, "new-one": expect.objectContaining({ command: "npx" }) },
        });
        const taken = format.take(put, "new-one");
        expect(JSON.parse(taken)).toEqual({ ...value, servers: value.servers ?? {} });
        const hadOthers = Object.keys(value.servers ?? {}).length > 0 && indent !== "";
        if (hadOthers) expect(taken).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});
