import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** What becomes of notifications. */
export const notificationsWrite = defineChange({
  name: "github_notifications_write",
  title: "Change notifications",
  description:
    "Marks a notification as read (mark_read) or done (mark_done, which takes it off the list), mutes what it is about (mute) or " +
    "leaves it (unsubscribe), all by thread_id; or marks all of them as read (mark_all_read), of one repository with owner and repo.",
  effect: "write",
  idempotent: true,
  input: z.object({
    method: z.enum(["mark_read", "mark_done", "mute", "unsubscribe", "mark_all_read"]),
    thread_id: fields.id.optional(),
    owner: fields.owner.optional().describe("mark_all_read"),
    repo: fields.repo.optional().describe("mark_all_read"),
    last_read_at: fields.time.optional().describe("mark_all_read: only what is older"),
  }),
  async change(input, call) {
    const { notificationChanges } = await import("../notifications/notification-changes.ts");
    return notificationChanges[input.method](input, call);
  },
});
