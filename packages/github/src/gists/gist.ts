/** One of a gist's files; in lists without its content. */
export interface GistFile {
  readonly filename?: string;
  readonly language?: string | null;
  readonly size?: number;
  readonly content?: string;
  /** GitHub gives the first megabyte of a file. */
  readonly truncated?: boolean;
}

/** What of GitHub's gist is looked at. */
export interface Gist {
  readonly id?: string;
  readonly description?: string | null;
  readonly public?: boolean;
  readonly owner?: { readonly login: string } | null;
  readonly files?: Readonly<Record<string, GistFile | null | undefined>>;
  readonly comments?: number;
  readonly updated_at?: string;
  readonly html_url?: string;
}
