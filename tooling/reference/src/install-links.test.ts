import { describe, expect, it } from "vitest";
import { documented } from "./documented.ts";
import { bundleLink, codeLink, cursorLink } from "./install-links.ts";

/** What the applications make of the links. */
const parsed = documented.map(({ connector }) => {
  const cursor = new URL(cursorLink(connector)).searchParams;
  const code = new URL(codeLink(connector)).searchParams;
  return {
    name: connector.name,
    names: [cursor.get("name"), code.get("name")],
    cursor: JSON.parse(atob(`${cursor.get("config")}`)),
    code: JSON.parse(`${code.get("config")}`),
    inputs: JSON.parse(`${code.get("inputs")}`),
    links: [cursorLink(connector), codeLink(connector), bundleLink(connector)],
  };
});

const of = (name: string) => parsed.find((each) => each.name === name);

describe.each(parsed)("the links of $name", ({ name, names, cursor, code, inputs, links }) => {
  it("start the package of the connector under its name", () => {
    expect(names).toEqual([name, name]);
    for (const config of [cursor, code]) {
      expect(config.command).toBe("npx");
      expect(config.args.slice(0, 2)).toEqual(["-y", `@drawbridge/${name}`]);
    }
  });

  it("ask in VS Code for what is used, and for nothing else", () => {
    const used = JSON.stringify(code).match(/(?<=\$\{input:)[\w-]+(?=\})/g);
    expect(used).toEqual(inputs.map(({ id }: { id: string }) => id));
  });

  it("are links in Markdown as they stand", () => {
    for (const link of links) expect(link).not.toMatch(/[\s()<>]/);
  });
});

it("hand folders over as an argument", () => {
  expect(of("filesystem")?.cursor.args.at(-1)).toBe("~/notes");
  expect(of("filesystem")?.code.args.at(-1)).toBe(`\${input:roots}`);
});

it("hold no secret: Cursor reads it from its environment, VS Code asks and hides it", () => {
  expect(of("github")?.cursor.env).toEqual({ GITHUB_TOKEN: `\${env:GITHUB_TOKEN}` });
  expect(of("github")?.inputs).toMatchObject([{ id: "token", password: true }]);
  expect(of("postgres")?.cursor.env).toEqual({ DATABASE_URL: `\${env:DATABASE_URL}` });
  expect(of("postgres")?.inputs).toMatchObject([{ id: "url", password: true }]);
});
