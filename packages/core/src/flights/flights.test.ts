import { expect, it } from "vitest";
import { Flights } from "./flights.ts";

interface Passenger {
  readonly signal: AbortSignal;
  waiting(seconds: number): void;
}

interface Traveller extends Passenger {
  readonly heard: unknown[];
  leave(): void;
}

function traveller(): Traveller {
  const leaving = new AbortController();
  const heard: unknown[] = [];
  return {
    heard,
    signal: leaving.signal,
    waiting: (seconds) => heard.push(`wait ${seconds}`),
    leave: () => leaving.abort(new Error("left")),
  };
}

const flightsOf = () =>
  new Flights<string, Passenger>((aboard, abandoned) => ({
    signal: abandoned.signal(),
    waiting: (seconds) => {
      for (const passenger of aboard) passenger.waiting(seconds);
    },
  }));

/** A flight that lands when it is told to. */
function held() {
  const started: Passenger[] = [];
  let land: (answer: string) => void = () => {};
  let crash: (error: Error) => void = () => {};
  const start = (all: Passenger) => {
    started.push(all);
    return new Promise<string>((resolve, reject) => {
      land = resolve;
      crash = reject;
    });
  };
  return { started, start, land: (answer: string) => land(answer), crash: (error: Error) => crash(error) };
}

it("carries all who ask the same, and tells each what is told to who stands for them", async () => {
  const flights = flightsOf();
  const { started, start, land } = held();
  const [one, other] = [traveller(), traveller()];
  const both = Promise.all([flights.join("a", one, start), flights.join("a", other, start)]);
  started[0]?.waiting(3);
  land("landed");
  expect(await both).toEqual(["landed", "landed"]);
  expect([started.length, one.heard, other.heard]).toEqual([1, ["wait 3"], ["wait 3"]]);
});

it("goes on for the other when one of two leaves", async () => {
  const flights = flightsOf();
  const { started, start, land } = held();
  const [one, other] = [traveller(), traveller()];
  const first = flights.join("a", one, start);
  const second = flights.join("a", other, start);
  one.leave();
  await expect(first).rejects.toThrow("left");
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.waiting(1);
  land("landed");
  expect([await second, one.heard, other.heard]).toEqual(["landed", [], ["wait 1"]]);
});

it("is given up when all have left, and begun anew for who comes then", async () => {
  const flights = flightsOf();
  const { started, start, land } = held();
  const passengers = [traveller(), traveller()];
  const all = passengers.map((passenger) => flights.join("a", passenger, start));
  for (const passenger of passengers) passenger.leave();
  for (const one of all) await expect(one).rejects.toThrow("left");
  expect(started[0]?.signal.aborted).toBe(true);
  const next = flights.join("a", traveller(), start);
  land("landed");
  expect([await next, started.length]).toEqual(["landed", 2]);
});

it("fails for all who are aboard, and is begun anew after that", async () => {
  const flights = flightsOf();
  const { started, start, crash } = held();
  const both = [flights.join("a", traveller(), start), flights.join("a", traveller(), start)];
  crash(new Error("storm"));
  for (const one of both) await expect(one).rejects.toThrow("storm");
  flights.join("a", traveller(), start);
  expect(started.length).toBe(2);
});

it("takes nobody aboard who has left already, and asks nothing for them", async () => {
  const { started, start } = held();
  const gone = traveller();
  gone.leave();
  await expect(flightsOf().join("a", gone, start)).rejects.toThrow("left");
  expect(started).toEqual([]);
});
