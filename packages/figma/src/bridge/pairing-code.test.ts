import { expect, it } from "vitest";
import { bridgePorts } from "./bridge-ports.ts";
import { PairingCode } from "./pairing-code.ts";

const minute = 60_000;

function codeAt(port = 18_642) {
  let now = 1_000_000;
  const code = new PairingCode(port, () => now);
  return { code, later: (milliseconds: number) => (now += milliseconds) };
}

it("begins with the digit of its port, and has no letters that are taken for others", () => {
  for (const [digit, port] of bridgePorts.entries()) {
    expect(new PairingCode(port).shown).toMatch(new RegExp(`^${digit}-[2-9A-HJKMNP-TV-Z]{6}$`));
  }
});

it("is taken however it is typed, once", () => {
  const { code } = codeAt();
  const shown = code.shown;
  expect(code.try(` ${shown.toLowerCase().replace("-", " ")} `)).toEqual({ right: true });
  expect(code.try(shown)).toMatchObject({ right: false, why: "wrong_code", triesLeft: 4 });
});

it("is another after ten minutes", () => {
  const { code, later } = codeAt();
  const shown = code.shown;
  later(10 * minute);
  expect(code.shown).toBe(shown);
  later(1);
  expect(code.try(shown)).toMatchObject({ right: false, why: "code_expired" });
  expect(code.shown).not.toBe(shown);
});

it("makes who tries them out wait, longer each time, so that a day is good for few tries", () => {
  const { code, later } = codeAt();
  let tries = 0;
  for (let day = 0; day < 24 * 60 * 60; day += 1) {
    later(1_000);
    const verdict = code.try("2-222222");
    if (!verdict.right && (verdict.triesLeft > 0 || verdict.why !== "too_many_tries")) tries += 1;
  }
  // Of 30⁶ codes.
  expect(tries).toBeLessThan(2_500);
});

it("is no less good for the person after somebody else spoilt it, once the pause is over", () => {
  const { code, later } = codeAt();
  for (let one = 0; one < 5; one += 1) code.try("2-222222");
  expect(code.try(code.shown)).toMatchObject({ right: false, why: "too_many_tries" });
  later(5_000);
  expect(code.try(code.shown)).toEqual({ right: true });
});
