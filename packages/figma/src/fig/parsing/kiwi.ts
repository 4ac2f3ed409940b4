import type { keptMessages, keptStructs } from "./kept-schema.ts";

type Structs = typeof keptStructs;
type Messages = typeof keptMessages;

type Value<T extends string> = T extends "byte[]"
  ? Uint8Array
  : T extends `${infer Element}[]`
    ? ReadonlyArray<Value<Element>>
    : T extends "string"
      ? string
      : T extends "bool"
        ? boolean
        : T extends "int" | "uint" | "float"
          ? number
          : T extends keyof Structs | keyof Messages
            ? Kiwi<T>
            : Enumerated;

/** The name of an enumeration's value in the file's own schema; undefined for a number that it does not list. */
type Enumerated = string | undefined;

/** A decoded value of a kept definition. A struct has all of its fields, a message those that were written. */
export type Kiwi<T extends keyof Structs | keyof Messages> = T extends keyof Structs
  ? { readonly [Field in keyof Structs[T]]: Value<Structs[T][Field] & string> }
  : T extends keyof Messages
    ? { readonly [Field in keyof Messages[T]]?: Value<Messages[T][Field] & string> }
    : never;

/** A node as the file stores it, or what differs in it from another. */
export type KiwiNode = Kiwi<"NodeChange">;
