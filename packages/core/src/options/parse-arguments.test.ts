import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleOptions } from "../../test/sample-options.ts";
import { describeOptions } from "./describe-options.ts";
import { parseArguments } from "./parse-arguments.ts";
import { standardOptions } from "./standard-options.ts";
import { UsageError } from "./usage-error.ts";

const options = [...describeOptions(sampleOptions()), ...describeOptions(standardOptions)];
const parse = (...argv: string[]) => Object.fromEntries(parseArguments(options, argv));

describe("parseArguments", () => {
  it("reads a value after its flag or after an equals sign", () => {
    expect(parse("--mode", "fast", "--max-file-bytes=7")).toEqual({ mode: ["fast"], "max-file-bytes": ["7"] });
  });

  it("keeps an equals sign inside a value", () => {
    expect(parse("--deny=a=b")).toEqual({ deny: ["a=b"] });
  });

  it("takes an empty value after an equals sign as it is", () => {
    expect(parse("--deny=")).toEqual({ deny: [""] });
  });

  it("reads arguments without dashes as what is served, wherever they stand", () => {
    expect(parse("a", "--mode", "fast", "b")).toEqual({ folders: ["a", "b"], mode: ["fast"] });
  });

  it("reads everything after -- as arguments, even what looks like a flag", () => {
    expect(parse("--", "--mode", "-x")).toEqual({ folders: ["--mode", "-x"] });
  });

  it("knows -h and -v", () => {
    expect(parse("-h")).toEqual({ help: ["true"] });
    expect(parse("-v")).toEqual({ version: ["true"] });
  });

  it("collects what is given again for a list", () => {
    expect(parse("--deny", "a", "--deny", "b")).toEqual({ deny: ["a", "b"] });
  });

  it("names the flag that an unknown one was meant to be", () => {
    expect(() => parse("--acess", "read")).toThrow(new UsageError("unknown option --acess; did you mean --access?"));
  });

  it("names none where nothing is near", () => {
    expect(() => parse("--zzzzzzzz")).toThrow(new UsageError("unknown option --zzzzzzzz"));
  });

  it.each(["--__proto__=1", "--constructor", "-x", "--no-follow-links", "--Mode"])("refuses %s", (flag) => {
    expect(() => parse(flag)).toThrow(UsageError);
  });

  it("refuses a flag given twice, since one of its values would be lost", () => {
    expect(() => parse("--mode", "fast", "--mode", "safe")).toThrow("--mode is given twice");
  });

  it("refuses a flag without its value", () => {
    expect(() => parse("--mode")).toThrow("--mode needs a value: --mode fast|safe");
  });

  it.each([
    ["--deny", "--mode", "fast"],
    ["--deny", "-x"],
    ["--config", "--help"],
  ])("does not take the next flag for a forgotten value: %s %s", (...argv) => {
    expect(() => parse(...argv)).toThrow(UsageError);
  });

  it("takes a value that begins with a dash after an equals sign", () => {
    expect(parse("--deny=-x")).toEqual({ deny: ["-x"] });
  });

  it("takes a lone dash as a value", () => {
    expect(parse("--config", "-")).toEqual({ config: ["-"] });
  });

  it("refuses a value for a flag that takes none", () => {
    expect(() => parse("--follow-links=no")).toThrow("--follow-links takes no value");
  });

  it("refuses a secret as a flag, names its variable, and does not repeat the secret", () => {
    const refused = expect(() => parse("--token=abcdefgh"));
    refused.toThrow("--token is a secret, which process lists would show: set DRAWBRIDGE_TOKEN instead");
  });

  it("refuses a positional option's name as a flag", () => {
    expect(() => parse("--folders", "a")).toThrow(UsageError);
  });

  it("refuses arguments where only options are taken", () => {
    expect(() => parseArguments(describeOptions(standardOptions), ["a"])).toThrow(
      'unexpected argument "a": only options are taken',
    );
  });

  it("either reads a command line or throws UsageError, whatever it is", () => {
    const words = options.map(({ name }) => `--${name}`);
    const word = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...words, "--", "-", "-h", "-hv", "-vx", "--=", "-=x", "--a=b", "__proto__", "--__proto__"),
      fc.tuple(fc.constantFrom(...words), fc.string()).map(([flag, value]) => `${flag}=${value}`),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
        try {
          for (const texts of parseArguments(options, argv).values()) {
            expect(texts.every((text) => typeof text === "string")).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
