/** What of GitHub's notification is looked at. */
export interface Notification {
  readonly id: string;
  readonly unread: boolean;
  readonly reason: string;
  readonly updated_at: string;
  readonly subject: { readonly title: string; readonly type: string; readonly url: string | null };
  readonly repository: { readonly full_name: string };
}
