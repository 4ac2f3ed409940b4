#!/usr/bin/env node
// Goes into a connector's dist/cli.cjs with the three values below, and runs there. Of all that a start takes, that it is no ES module
// saves the most after Node.js itself.
"use strict";
const { readFileSync } = require("node:fs");

/* global DRAWBRIDGE_FIRST, DRAWBRIDGE_LOCK, DRAWBRIDGE_PROGRAM */

/**
 * What hosts are told, as the program answered when it was built: the results of `initialize` by revision, and of `tools/list`, as JSON.
 * And what changes nothing of it: options with values of this form, by flag, variable and place. Of all other options there is none.
 *
 * @type {import("./first-answers.js").FirstAnswers}
 */
const first = DRAWBRIDGE_FIRST;

/** Milliseconds in which a host has sent its next message, or has nothing more to ask. Then the program is loaded. */
const patience = 100;

/** For the program, which is told all the same messages and whose answers to these are not sent again. */
const answered = new Set();
globalThis[Symbol.for("drawbridge.answered")] = answered;

if (tellsTheSame(process.argv.slice(2), process.env) && !process.stdin.isTTY && isLocked()) answerFirst(process.stdin);
else load();

/** Whether nothing that a person asked for changes what hosts are told. What is wrong with it, the program says. */
function tellsTheSame(argv, environment) {
  const given = new Map();
  for (let index = 0; index < argv.length; index += 1) {
    const [, flag = "", inline] = /^(-[^=]*)(?:=(.*))?$/s.exec(argv[index]) ?? [];
    if (flag !== "" && inline === undefined) index += 1;
    const value = inline ?? argv[index];
    const { form, most } = first.flags[flag] ?? { most: 0 };
    const times = (given.get(flag) ?? 0) + 1;
    given.set(flag, times);
    const isFlag = inline === undefined && value?.startsWith("-");
    if (times > most || isFlag || !isLike(value, form)) return false;
  }
  const isQuiet = ([name, form]) => environment[name] === undefined || isLike(environment[name], form);
  return Object.entries(first.variables).every(isQuiet);
}

/** @param form undefined or null where there is not to be such an option */
function isLike(value, form) {
  return typeof value === "string" && typeof form === "string" && new RegExp(`^(?:${form})$`).test(value);
}

/** Whether the lock beside it says what it was built with; else the program does not start, and says why. */
function isLocked() {
  try {
    return readFileSync(`${__dirname}/definitions.lock.json`, "utf8") === DRAWBRIDGE_LOCK;
  } catch {
    return false;
  }
}

/** Answers what a host asks first, before the program is loaded. All that it sends is left in its stream. */
function answerFirst(input) {
  let seen = 0;
  let answeredTo = 0;
  let timer = setTimeout(endUnlessMore, patience);
  input.on("readable", look);
  input.on("error", end);

  function look() {
    const bytes = input.readableLength === seen ? null : input.read();
    if (bytes === null) return;
    input.unshift(bytes);
    seen = bytes.length;
    for (let to = bytes.indexOf("\n", answeredTo); to >= 0; to = bytes.indexOf("\n", answeredTo)) {
      const isLast = !answer(bytes.toString("utf8", answeredTo, to));
      answeredTo = to + 1;
      if (isLast) return end();
    }
    clearTimeout(timer);
    timer = setTimeout(endUnlessMore, patience);
  }

  /** A process that was kept waiting sees that its time is up before it sees what came meanwhile. */
  function endUnlessMore() {
    const before = seen;
    setImmediate(() => {
      if (seen === before) end();
    });
  }

  function end() {
    clearTimeout(timer);
    input.off("readable", look);
    load();
  }
}

/** Whether the host may be answered more before the program is loaded. */
function answer(line) {
  // A key that the program takes nowhere, however it is written.
  if (/__proto__|\\u00/.test(line)) return false;
  const { method, id, params = {}, jsonrpc, ...more } = parsed(line);
  if (jsonrpc !== "2.0" || Object.keys(more).length > 0) return false;
  if (method === "notifications/initialized") return id === undefined && isEmpty(params);
  if (answered.has(id) || (typeof id !== "string" && !Number.isSafeInteger(id))) return false;
  if (method === "initialize" && answered.size === 0 && isPlainHandshake(params)) {
    standIn();
    send(id, first.initialize[params.protocolVersion]);
    return true;
  }
  if (method === "tools/list" && answered.size === 1 && isEmpty(params)) send(id, first.tools);
  return false;
}

function parsed(line) {
  try {
    return Object(JSON.parse(line));
  } catch {
    return {};
  }
}

/** Ends as the program would, until that sees to it. */
function standIn() {
  // What did not arrive, the program answers again, and ends when that does not arrive either.
  process.stdout.on("error", () => answered.clear());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(0);
    });
  }
}

/** In the order in which the program writes them. */
function send(id, result) {
  answered.add(id);
  process.stdout.write(`{"result":${result},"jsonrpc":"2.0","id":${JSON.stringify(id)}}\n`);
}

/** Whether it says nothing that the program might refuse, or answer in another way. */
function isPlainHandshake({ protocolVersion, capabilities, clientInfo, ...more }) {
  return (
    typeof protocolVersion === "string" &&
    Object.hasOwn(first.initialize, protocolVersion) &&
    isRecord(capabilities) &&
    Object.entries(capabilities).every(([name, value]) => (capabilityForms[name] ?? isAnything)(value)) &&
    isRecord(clientInfo) &&
    isHostsName(clientInfo) &&
    isEmpty(more)
  );
}

/** What the SDK wants of those that it knows; it passes over others. */
const capabilityForms = {
  __proto__: null,
  roots: (value) => isRecord(value) && ["undefined", "boolean"].includes(typeof value.listChanged),
  sampling: isNested,
  elicitation: isNested,
  tasks: isNested,
  experimental: (value) => isRecord(value) && Object.values(value).every(isRecord),
  extensions: (value) => isRecord(value) && Object.values(value).every(isRecord),
};

function isAnything() {
  return true;
}

/** `{ form: {}, url: {} }` */
function isNested(value) {
  return isRecord(value) && Object.values(value).every(isNested);
}

function isHostsName({ name, version, icons, ...more }) {
  const told = ["title", "description", "websiteUrl"].filter((key) => Object.hasOwn(more, key)).map((key) => more[key]);
  return icons === undefined && [name, version, ...told].every((text) => typeof text === "string");
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(record) {
  return isRecord(record) && Object.keys(record).length === 0;
}

function load() {
  import(DRAWBRIDGE_PROGRAM);
}
