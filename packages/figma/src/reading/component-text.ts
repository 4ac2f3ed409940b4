import type { ComponentProperty, ComponentPropertyDefinition } from "@figma/rest-api-spec";
import type { Layer } from "../outline/layer.ts";
import { quoted } from "./quoted.ts";

/** A property's name without the part that only tells it from others of its name. */
function plainName(name: string): string {
  return name.replace(/#[\d:]+$/, "");
}

/** What can be set on instances of a component or a set: variants with their options and the one it begins with, texts, switches, swaps. */
export function definitionsText({ componentPropertyDefinitions }: Layer): string {
  if (!componentPropertyDefinitions) return "";
  const definitions = Object.entries(componentPropertyDefinitions);
  if (definitions.length === 0) return "";
  return ` props:[${definitions.map(([name, definition]) => `${named(name)}=${definitionText(definition)}`).join("; ")}]`;
}

function definitionText({ type, defaultValue, variantOptions }: ComponentPropertyDefinition): string {
  if (type !== "VARIANT") return valueText(type, defaultValue);
  const options = Array.isArray(variantOptions) ? variantOptions : [String(defaultValue)];
  return options.map((option) => (option === defaultValue ? `${named(option)}*` : named(option))).join("|");
}

/** What is set on an instance. */
export function propertiesText({ componentProperties }: Layer, componentName: (id: string) => string): string {
  if (!componentProperties) return "";
  const properties = Object.entries(componentProperties);
  if (properties.length === 0) return "";
  const told = properties.map(([name, property]) => `${named(name)}=${propertyText(property, componentName)}`);
  return ` props:[${told.join("; ")}]`;
}

function propertyText({ type, value }: ComponentProperty, componentName: (id: string) => string): string {
  return type === "INSTANCE_SWAP" ? componentName(String(value)) : valueText(type, value);
}

function valueText(type: string, value: unknown): string {
  if (type === "TEXT") return quoted(String(value));
  return type === "VARIANT" ? named(String(value)) : String(value);
}

/** A name as it is where nothing in it could be taken for what follows. */
function named(name: string): string {
  const plain = plainName(name);
  return /^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(plain) ? plain : quoted(plain);
}

const fields: Readonly<Record<string, string>> = { characters: "text", mainComponent: "swap" };

/** Which property of its component decides a layer's text, visibility or component. */
export function referencesText({ componentPropertyReferences }: Layer): string {
  if (!componentPropertyReferences) return "";
  const references = Object.entries(componentPropertyReferences);
  if (references.length === 0) return "";
  return ` from:[${references.map(([field, name]) => `${fields[field] ?? field}=${named(String(name))}`).join("; ")}]`;
}
