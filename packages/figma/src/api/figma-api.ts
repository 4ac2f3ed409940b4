import { text } from "node:stream/consumers";
import type {
  GetFileMetaResponse,
  GetFileNodesResponse,
  GetFileVersionsQueryParams,
  GetFileVersionsResponse,
  GetImagesQueryParams,
  GetProjectFilesQueryParams,
  GetWebhooksQueryParams,
  GetWebhooksResponse,
  PostCommentRequestBody,
  PostDevResourcesRequestBody,
  PostWebhookRequestBody,
  PutDevResourcesRequestBody,
  PutWebhookRequestBody,
} from "@figma/rest-api-spec";
import * as endpoints from "figma-api/lib/api-endpoints.js";
import { readJson } from "../json/read-json.ts";
import { figmaApi } from "./api-address.ts";
import type { ApiCall } from "./api-call.ts";
import { figmaError } from "./figma-error.ts";
import { queryText } from "./query-text.ts";
import type { Body, RequestOptions, Transport } from "./transport.ts";

/** Which of a file's versions, where it is not the newest. */
interface OfVersion {
  readonly version?: string;
}

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

  /** @param read what is made of a file's JSON while it arrives: it may be large */
  file<Answer>(file_key: string, query: OfVersion, read: (body: Body) => Promise<Answer>): Promise<Answer> {
    const request = (url: string) => this.#send(url, {}, read);
    return endpoints.getFileApi.call({ request } as never, { file_key }, query) as unknown as Promise<Answer>;
  }

  nodes(file_key: string, ids: readonly string[], query: OfVersion): Promise<GetFileNodesResponse> {
    const request = (url: string) => this.#send(url, {}, readJson);
    return endpoints.getFileNodesApi.call({ request } as never, { file_key }, { ids: ids.join(","), ...query });
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
    return this.#request(`/v1/files/${file_key}/versions${queryText(query)}`);
  }

  localVariables(file_key: string) {
    return endpoints.getLocalVariablesApi.call(this.#caller, { file_key });
  }

  comments(file_key: string) {
    return endpoints.getCommentsApi.call(this.#caller, { file_key });
  }

  postComment(file_key: string, comment: PostCommentRequestBody) {
    return endpoints.postCommentApi.call(this.#caller, { file_key }, comment);
  }

  deleteComment(file_key: string, comment_id: string) {
    return endpoints.deleteCommentApi.call(this.#caller, { file_key, comment_id });
  }

  postReaction(file_key: string, comment_id: string, emoji: string) {
    return endpoints.postCommentReactionApi.call(this.#caller, { file_key, comment_id }, { emoji });
  }

  deleteReaction(file_key: string, comment_id: string, emoji: string): Promise<unknown> {
    const path = `/v1/files/${file_key}/comments/${comment_id}/reactions${queryText({ emoji })}`;
    return this.#request(path, { method: "DELETE" });
  }

  devResources(file_key: string, nodes?: readonly string[]) {
    const query = nodes === undefined ? {} : { node_ids: nodes.join(",") };
    return endpoints.getDevResourcesApi.call(this.#caller, { file_key }, query);
  }

  postDevResource(resource: PostDevResourcesRequestBody["dev_resources"][number]) {
    return endpoints.postDevResourcesApi.call(this.#caller, { dev_resources: [resource] });
  }

  putDevResource(resource: PutDevResourcesRequestBody["dev_resources"][number]) {
    return endpoints.putDevResourcesApi.call(this.#caller, { dev_resources: [resource] });
  }

  deleteDevResource(file_key: string, dev_resource_id: string) {
    return endpoints.deleteDevResourcesApi.call(this.#caller, { file_key, dev_resource_id });
  }

  webhook(webhook_id: string) {
    return endpoints.getWebhookApi.call(this.#caller, { webhook_id });
  }

  webhooks(query: GetWebhooksQueryParams): Promise<GetWebhooksResponse> {
    return this.#request(`/v2/webhooks${queryText(query)}`);
  }

  webhookRequests(webhook_id: string) {
    return endpoints.getWebhookRequestsApi.call(this.#caller, { webhook_id });
  }

  postWebhook(webhook: PostWebhookRequestBody) {
    return endpoints.postWebhookApi.call(this.#caller, webhook);
  }

  putWebhook(webhook_id: string, webhook: PutWebhookRequestBody) {
    return endpoints.putWebhookApi.call(this.#caller, { webhook_id }, webhook);
  }

  deleteWebhook(webhook_id: string) {
    return endpoints.deleteWebhookApi.call(this.#caller, { webhook_id });
  }

  teamProjects(team_id: string) {
    return endpoints.getTeamProjectsApi.call(this.#caller, { team_id });
  }

  projectFiles(project_id: string, query: GetProjectFilesQueryParams) {
    return endpoints.getProjectFilesApi.call(this.#caller, { project_id }, query);
  }

  me() {
    return endpoints.getUserMeApi.call(this.#caller);
  }

  get #caller() {
    return { request: <Answer>(url: string, options?: RequestOptions) => this.#json<Answer>(url, options) };
  }

  #request<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    return this.#json(`${figmaApi}${path}`, options);
  }

  #json<Answer>(url: string, options?: RequestOptions): Promise<Answer> {
    return this.#send(url, options ?? {}, async (body) => {
      const read = await text(body);
      return (read === "" ? {} : JSON.parse(read)) as Answer;
    });
  }

  async #send<Answer>(url: string, options: RequestOptions, read: (body: Body) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.#transport.send(url, options, this.#call, read);
    } catch (error) {
      if (this.#call.signal.aborted) throw this.#call.signal.reason;
      throw figmaError(error, { isWrite: (options.method ?? "GET").toUpperCase() !== "GET" });
    }
  }
}
