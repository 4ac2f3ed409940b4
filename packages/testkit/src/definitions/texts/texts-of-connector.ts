import { type Connector, describeOptions } from "@drawbridge/core";
import type { DefinitionText } from "./definition-text.ts";
import { textsOfSchema } from "./texts-of-schema.ts";

interface Named {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** Every text of a connector that a model or a person reads before any call. */
export function textsOfConnector(connector: Connector): readonly DefinitionText[] {
  const { instructions, examples, tools, resources = [], prompts = [] } = connector;
  return [
    ...textsOfNamed(connector),
    ...(instructions === undefined ? [] : [prose("instructions", instructions)]),
    ...examples.flat().map((text, index) => prose(`examples[${Math.floor(index / 2)}]`, text)),
    ...textsOfOptions(connector),
    ...tools.flatMap((tool) => [
      ...textsOfNamed(tool, `tools.${tool.name}.`),
      ...textsOfSchema(tool.input, `tools.${tool.name}.input`),
      ...(tool.output === undefined ? [] : textsOfSchema(tool.output, `tools.${tool.name}.output`)),
      ...(tool.pages === undefined ? [] : [prose(`tools.${tool.name}.pages`, tool.pages)]),
    ]),
    ...resources.flatMap((resource): readonly DefinitionText[] => [
      ...textsOfNamed(resource, `resources.${resource.name}.`),
      { where: `resources.${resource.name}.uriTemplate`, text: resource.uriTemplate, role: "address" },
      { where: `resources.${resource.name}.mimeType`, text: resource.mimeType ?? "", role: "value" },
    ]),
    ...prompts.flatMap((prompt) => [
      ...textsOfNamed(prompt, `prompts.${prompt.name}.`),
      ...textsOfSchema(prompt.input, `prompts.${prompt.name}.input`),
    ]),
  ];
}

function textsOfNamed({ name, title, description }: Named, before = ""): readonly DefinitionText[] {
  return [
    { where: `${before}name`, text: name, role: "name" },
    prose(`${before}title`, title),
    prose(`${before}description`, description),
  ];
}

function textsOfOptions({ options }: Connector): readonly DefinitionText[] {
  return describeOptions(options).flatMap(({ key, description, placeholder, defaultText }) => [
    { where: `options.${key} (name)`, text: key, role: "name" as const },
    prose(`options.${key}.description`, description),
    prose(`options.${key}.placeholder`, placeholder),
    ...(defaultText === undefined ? [] : [prose(`options.${key}.defaultText`, defaultText)]),
  ]);
}

function prose(where: string, text: string): DefinitionText {
  return { where, text, role: "prose" };
}
