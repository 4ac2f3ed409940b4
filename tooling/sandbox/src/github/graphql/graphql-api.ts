import { schema as published } from "@octokit/graphql-schema";
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  parse,
  validate,
} from "graphql";
import type { Allowance } from "../front/allowances.ts";
import type { Answer, Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { lacking } from "./lacking.ts";
import { mutations } from "./mutations.ts";
import { queries } from "./queries.ts";
import { Viewer } from "./viewer.ts";

interface Sent {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

const schema = buildSchema(published.idl, { assumeValidSDL: true, assumeValid: true });

/** GitHub's GraphQL over the stand: its published schema, and what REST knows. Queries are held against the schema. */
export class GraphqlApi {
  readonly #stand: Stand;
  readonly #violations: string[];

  /** @param violations where sentences of what is wrong go */
  constructor(stand: Stand, violations: string[]) {
    this.#stand = stand;
    this.#violations = violations;
  }

  async answer(ask: Ask, rate: () => Allowance): Promise<Answer> {
    const { query = "", variables, operationName } = (ask.body ?? {}) as Sent;
    const { document, errors } = this.#read(query);
    if (document === undefined || errors.length > 0) {
      this.#violations.push(...errors.map(({ message }) => `GraphQL: ${message}`));
      return { status: 200, body: { errors: errors.map(told) } };
    }
    const viewer = new Viewer(this.#stand, ask, rate);
    const result = await execute({
      schema,
      document,
      rootValue: { ...queries(viewer), ...mutations(viewer) },
      fieldResolver: this.#resolve,
      ...(variables === undefined ? {} : { variableValues: variables }),
      ...(operationName === undefined ? {} : { operationName }),
    });
    return { status: 200, body: this.#body(result) };
  }

  #read(query: string) {
    try {
      const document = parse(query);
      return { document, errors: validate(schema, document) };
    } catch (error) {
      return { document: undefined, errors: [error as GraphQLError] };
    }
  }

  /** As graphql's own does it, and with something in place of what the stand does not know. */
  readonly #resolve: GraphQLFieldResolver<Record<string, unknown> | undefined, unknown> = (
    source,
    args,
    context,
    info,
  ) => {
    const own = source?.[info.fieldName];
    if (own === undefined && info.path.prev === undefined)
      this.#violations.push(`the stand does not answer ${info.parentType}.${info.fieldName}`);
    const value = typeof own === "function" ? own.call(source, args, context, info) : own;
    return value === undefined ? lacking(info.returnType) : value;
  };

  #body({ data, errors }: ExecutionResult): object {
    for (const { originalError, message, extensions } of errors ?? [])
      if (originalError instanceof TypeError || (originalError === undefined && extensions.type === undefined))
        this.#violations.push(`the stand fails at GraphQL: ${originalError?.stack ?? message}`);
    return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors: errors.map(told) }) };
  }
}

/** As GitHub says them: with a type beside the message. */
function told({ message, locations, path, extensions }: GraphQLError): object {
  const type = extensions?.type === undefined ? {} : { type: extensions.type };
  return {
    ...type,
    message,
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations }),
  };
}
