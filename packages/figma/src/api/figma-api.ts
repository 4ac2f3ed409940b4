import type {
  GetFileMetaResponse,
  GetFileVersionsQueryParams,
  GetFileVersionsResponse,
  GetImagesQueryParams,
} from "@figma/rest-api-spec";
import * as endpoints from "figma-api/lib/api-endpoints.js";
import { figmaApi } from "./api-address.ts";
import type { ApiCall } from "./api-call.ts";
import { figmaError } from "./figma-error.ts";
import type { RequestOptions, Transport } from "./transport.ts";

/**
 * The API for one call. Its requests are figma-api's, made with a `request` of our own; those endpoints are taken by themselves,
 * since the class around them loads axios, which is never used here. What figma-api lacks is written beside them.
 */
export class FigmaApi {
  readonly #transport: Transport;
  readonly #call: ApiCall;

  constructor(transport: Transport, call: ApiCall) {
    this.#transport = transport;
    this.#call = call;
  }

  file(file_key: string, query: { readonly version?: string | undefined }) {
    return endpoints.getFileApi.call(this.#caller, { file_key }, given(query));
  }

  nodes(file_key: string, ids: readonly string[], query: { readonly version?: string | undefined }) {
    return endpoints.getFileNodesApi.call(this.#caller, { file_key }, { ids: ids.join(","), ...given(query) });
  }

  images(file_key: string, ids: readonly string[], query: Omit<GetImagesQueryParams, "ids">) {
    return endpoints.getImagesApi.call(this.#caller, { file_key }, { ids: ids.join(","), ...query });
  }

  imageFills(file_key: string) {
    return endpoints.getImageFillsApi.call(this.#caller, { file_key });
  }

  async meta(file_key: string): Promise<GetFileMetaResponse["file"]> {
    const { file } = await this.#request<GetFileMetaResponse>(`/v1/files/${file_key}/meta`);
    return file;
  }

  versions(file_key: string, query: GetFileVersionsQueryParams): Promise<GetFileVersionsResponse> {
    return this.#request(`/v1/files/${file_key}/versions?${queryText(query)}`);
  }

  localVariables(file_key: string) {
    return endpoints.getLocalVariablesApi.call(this.#caller, { file_key });
  }

  me() {
    return endpoints.getUserMeApi.call(this.#caller);
  }

  get #caller() {
    return { request: <Answer>(url: string, options?: RequestOptions) => this.#send<Answer>(url, options) };
  }

  #request<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    return this.#send(`${figmaApi}${path}`, options);
  }

  async #send<Answer>(url: string, options: RequestOptions = {}): Promise<Answer> {
    try {
      return await this.#transport.send<Answer>(url, options, this.#call);
    } catch (error) {
      if (this.#call.signal.aborted) throw this.#call.signal.reason;
      throw figmaError(error, { isWrite: (options.method ?? "GET").toUpperCase() !== "GET" });
    }
  }
}

function given<Query extends object>(query: Query): { [Name in keyof Query]-?: Exclude<Query[Name], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}

function queryText(query: object): string {
  const texts = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))).toString();
}
