import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConnectedCode } from "./connected-code.ts";
import { connectionsIn } from "./connections-in.ts";

const key = "abcDEF1234567890";
const address = (node: string) => `https://www.figma.com/design/${key}/Kit?node-id=${node}&t=1`;

describe("connectionsIn", () => {
  it("finds components, with what they are imported from", () => {
    const text = `
      import figma, { type Props } from "@figma/code-connect"
      import { Button } from './Button'
      // figma.connect(Old, "${address("9-9")}")
      figma.connect(Button, "${address("1-2")}", { example: () => <Button label="a, b" /> })
      figma.connect(Menu.Item, \`${address("3%3A4")}\`)
      figma.connect("${address("5-6")}", { example: () => html\`<x>\` })`;
    expect(connectionsIn(text)).toEqual([
      { key, node: "1:2", component: "Button", module: "./Button" },
      { key, node: "3:4", component: "Menu.Item", module: undefined },
      { key, node: "5:6", component: undefined, module: undefined },
    ]);
  });

  it("reads the comments of templates, and what a project writes in place of addresses", () => {
    const template = `// url=${address("1-2")}\n// source=src/button.ts\n// component=Button\nexport default {}`;
    expect(connectionsIn(template)).toEqual([{ key, node: "1:2", component: "Button", module: "src/button.ts" }]);
    const substitutions = new Map([["<KIT>", `https://figma.com/design/${key}/Kit`]]);
    expect(connectionsIn('figma.connect(B, "<KIT>?node-id=1-2")', substitutions)).toHaveLength(1);
  });

  it("finds nothing in what connects nothing, however it ends", () => {
    const texts = [
      "figma.connect(",
      "figma.connect(A, b)",
      'other.figma.connect(A, "x")',
      'figma.connect(A, "',
      "`${",
      "'",
      "/*",
    ];
    for (const text of [...texts, `figma.connect(A, \`https://figma.com/design/\${key}?node-id=1-2\`)`]) {
      expect(connectionsIn(text)).toEqual([]);
    }
    expect(connectionsIn(`${"(".repeat(200_000)}"${"\\\\".repeat(50_000)}`)).toEqual([]);
    for (const part of ["/*", "`\\", "'\n", "\\`"]) expect(connectionsIn(part.repeat(100_000))).toEqual([]);
  });
});

describe("ConnectedCode", () => {
  const folder = mkdtempSync(join(tmpdir(), "figma-code-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const connect = (component: string, node: string) => `figma.connect(${component}, "${address(node)}")`;

  it("tells what a project connects to a file's components, and sees changes", () => {
    write("src/button.figma.tsx", `import { Button } from "./button";\n${connect("Button", "1-2")}`);
    write("src/more/button.figma.ts", connect("OldButton", "1-2"));
    write("src/button.tsx", connect("No", "7-7"));
    write("node_modules/kit/button.figma.tsx", connect("Theirs", "1-2"));
    write("src/large.figma.tsx", connect("Large", "1-2") + " ".repeat(300_000));
    symlinkSync(join(folder, "src/button.figma.tsx"), join(folder, "src/linked.figma.tsx"));
    let now = 0;
    const code = new ConnectedCode(folder, () => now);
    const told = new Map([
      ["1:2", '[<Button> from "./button" "src/button.figma.tsx"; <OldButton> "src/more/button.figma.ts"]'],
    ]);
    expect(code.of([key])).toEqual(told);
    expect(code.of(["other"]).size).toBe(0);
    expect(code.of(undefined)).toEqual(told);
    expect(code.of([key])).toBe(code.of([key]));
    write("src/card.figma.tsx", connect("Card", "3-4"));
    now = 60_000;
    expect([...code.of([key]).keys()]).toEqual(["1:2", "3:4"]);
  });

  it("is told of nothing in a folder that is not there", () => {
    expect(new ConnectedCode(join(folder, "none")).of(undefined).size).toBe(0);
  });
});
