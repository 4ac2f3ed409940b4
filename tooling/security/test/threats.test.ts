import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const policy = read("SECURITY.md");

/** As the study has them, in its order: Hou et al., arXiv 2503.23278 v3. */
const scenarios = [
  ...["Namespace typosquatting", "Tool name conflict", "Preference manipulation", "Tool poisoning", "Rug pull"],
  ...["Cross-server shadowing", "Command injection", "Installer spoofing", "Indirect prompt injection"],
  ...["Credential theft", "Sandbox escape", "Tool chaining", "Unauthorised access", "Vulnerable versions"],
  ...["Privilege persistence", "Configuration drift"],
];

/** What is said under each heading of the chapter, in the order of the page. */
const [, chapter = ""] = policy.split("\n## Threats and what holds them\n");
const chapters = chapter.split(/^### /m).slice(1);
const said = new Map(chapters.map((text) => [text.slice(0, text.indexOf("\n")), text] as const));

interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** The tests that a text names: a link to a file, then names of tests in it, in quotes. */
function namedTests(text: string): readonly NamedTest[] {
  const [, held = ""] = /^- \*\*Held by\*\*\n([\s\S]*?)(?=^- \*\*)/m.exec(text) ?? [];
  return held.split(/^ {2}- /m).flatMap((line) => {
    const file = /\]\(([^)]+)\)/.exec(line)?.[1] ?? "";
    return [...line.replace(/\s+/g, " ").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => ({ file, name }));
  });
}

/** Whether a file has a test, or a group of tests, of just this name, which is not switched off. */
function hasTest(source: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<!skip|todo)\\(\\s*(["'\`])${literal}\\1,`).test(source);
}

describe("the threats in SECURITY.md", () => {
  it("are the study's 16, in its order", () => {
    expect([...said.keys()]).toEqual(scenarios);
  });

  it.each(scenarios)("each say what it is, what we do, what holds it and what we do not do: %s", (scenario) => {
    const text = said.get(scenario) ?? "";
    expect(text.match(/^- \*\*.*?\*\*/gm)).toEqual([
      "- **What it is.**",
      "- **What we do.**",
      "- **Held by**",
      "- **What we do not do.**",
    ]);
    expect(namedTests(text).length).toBeGreaterThan(0);
  });

  it("are all in the overview", () => {
    const listed = [...chapter.matchAll(/^\| \[([^\]]+)\]\(#([^)]+)\)/gm)];
    expect(listed.map(([, scenario]) => scenario)).toEqual(scenarios);
    for (const [, scenario = "", anchor] of listed) expect(anchor).toBe(scenario.toLowerCase().replaceAll(" ", "-"));
  });

  it.each(scenarios)("are held by tests that exist: %s", (scenario) => {
    const missing = namedTests(said.get(scenario) ?? "").filter(({ file, name }) => !hasTest(read(file), name));
    expect(missing).toEqual([]);
  });

  it("are told with links to files that exist", () => {
    const links = [...policy.matchAll(/\]\((?!https:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links).toContain("packages/filesystem/test/attacks.test.ts");
    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe("the search for a named test", () => {
  const source =
    'it("stops (at %s)", () => {});\nit.each([1])(\n  "goes on",\n  () => {},\n);\nit.skip("rests", () => {});';

  it.each(["stops (at %s)", "goes on"])("finds %s", (name) => {
    expect(hasTest(source, name)).toBe(true);
  });

  it.each(["stops", "stops (at it)", "goes", "rests"])("finds no test that was renamed or switched off: %s", (name) => {
    expect(hasTest(source, name)).toBe(false);
  });

  it("reads every name that the page gives", () => {
    const text = '- **Held by**\n  - [a.ts](b/a.ts): "one", "two\n    lines"\n  - [c.ts](c.ts): "three"\n- **What';
    expect(namedTests(text)).toEqual([
      { file: "b/a.ts", name: "one" },
      { file: "b/a.ts", name: "two lines" },
      { file: "c.ts", name: "three" },
    ]);
  });
});
