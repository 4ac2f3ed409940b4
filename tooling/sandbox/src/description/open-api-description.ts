import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/** An operation of a description, found for a request. */
export interface DescribedOperation {
  /** As the description has it: `/repos/{owner}/{repo}`. */
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

interface Operation {
  readonly parameters?: ReadonlyArray<Parameter | { readonly $ref: string }>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** As the file of it holds it. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** A vendor's own description of its REST API (OpenAPI 3), to hold requests and answers against. */
export class OpenApiDescription {
  readonly #document: OpenApiDocument;
  readonly #ajv: Ajv;
  readonly #routes: ReadonlyArray<{ readonly path: string; readonly matches: RegExp; readonly variables: number }>;
  readonly #validators = new Map<string, ValidateFunction>();

  /** @param matcher what of paths a path of the description stands for */
  constructor(document: OpenApiDocument, matcher: (path: string) => RegExp = segments) {
    this.#document = document;
    this.#ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, verbose: true, logger: false });
    // Its types are those of a module that has a default alone.
    (addFormats as unknown as (ajv: Ajv) => void)(this.#ajv);
    this.#ajv.addSchema(this.#document, "described");
    this.#routes = Object.keys(this.#document.paths)
      .map((path) => ({ path, matches: matcher(path), variables: path.split("{").length }))
      // The more of a path is spelled out, the nearer it is: a variable may take in what others spell out.
      .sort((one, other) => one.variables - other.variables || other.path.length - one.path.length);
  }

  /** Undefined for what is not described. */
  find(method: string, pathname: string): DescribedOperation | undefined {
    const verb = method.toLowerCase();
    const { paths } = this.#document;
    const found = this.#routes.find(({ path, matches }) => matches.test(pathname) && paths[path]?.[verb] !== undefined);
    const operation = found === undefined ? undefined : paths[found.path]?.[verb];
    return found === undefined || operation === undefined ? undefined : { path: found.path, method: verb, operation };
  }

  /** What of a request's query and body is not described so. */
  requestFaults(found: DescribedOperation, query: URLSearchParams, body: unknown): readonly string[] {
    const parameters = (found.operation.parameters ?? []).map((one) => this.resolved(one) as Parameter);
    const known = new Map(parameters.filter((one) => one.in === "query").map((one) => [one.name, one]));
    const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `has no parameter ${name}`);
    const wrong = [...query].flatMap(([name, value]) => {
      const described = known.get(name)?.schema;
      if (described === undefined) return [];
      const schema = this.resolved(described) as Parameter["schema"];
      const typed =
        schema.type === "integer" || schema.type === "number"
          ? Number(value)
          : schema.type === "boolean"
            ? value === "true"
            : value;
      return this.#ajv.validate(schema, typed) ? [] : [`${name} ${this.#ajv.errorsText(this.#ajv.errors)}`];
    });
    const lacking = parameters
      .filter((one) => one.in === "query" && one.required && !query.has(one.name))
      .map(({ name }) => `wants ${name}`);
    const schema = found.operation.requestBody?.content["application/json"]?.schema;
    if (schema === undefined || body === undefined) return [...unknown, ...wrong, ...lacking];
    const validate = this.#validator(
      `described#/paths/${pointer(found.path)}/${found.method}/requestBody/content/application~1json/schema`,
    );
    return [...unknown, ...wrong, ...lacking, ...(validate(body) ? [] : told(validate.errors))];
  }

  /**
   * Faults of an answer's JSON; undefined where its status, or JSON with it, is not described.
   *
   * @param accept what was asked for, where several forms of it are described
   */
  answerErrors(
    found: DescribedOperation,
    status: number,
    body: unknown,
    accept = "",
  ): readonly ErrorObject[] | undefined {
    const response = found.operation.responses[status];
    if (response === undefined) return undefined;
    const base =
      "$ref" in response
        ? `described${response.$ref}`
        : `described#/paths/${pointer(found.path)}/${found.method}/responses/${status}`;
    const { content } = this.resolved(response) as Response;
    if (content?.["application/json"] === undefined) return [];
    const form = Object.keys(content).find((type) => accept.startsWith(type)) ?? "application/json";
    const validate = this.#validator(`${base}/content/${pointer(form)}/schema`);
    return validate(body) ? [] : (validate.errors ?? []);
  }

  #validator($ref: string): ValidateFunction {
    const validate = this.#validators.get($ref) ?? this.#ajv.compile({ $ref });
    this.#validators.set($ref, validate);
    return validate;
  }

  /** What a reference leads to, or the thing itself. */
  resolved(one: object): object {
    if (!("$ref" in one)) return one;
    const [, , kind = "", name = ""] = String(one.$ref).split("/");
    return this.#document.components[kind]?.[name] ?? {};
  }
}

function told(errors: ValidateFunction["errors"]): string[] {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath || "the body"} ${message}`);
}

function segments(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{[^}]+\}/g, "([^/]+)")}$`);
}

/** RFC 6901, as a fragment. */
function pointer(path: string): string {
  return encodeURI(path.replaceAll("~", "~0").replaceAll("/", "~1"));
}
