/** What notices are about, as people choose what they want to hear of. Pure; small enough for any page. */

/** Every kind of notice, and what it is about. */
export const topicOf = {
  mentioned: "mentions",
  replied: "replies",
  commented: "threads",
  thread_resolved: "resolutions",
  content_decided: "decisions",
  member_decided: "decisions",
  flag_decided: "decisions",
  appeal_decided: "decisions",
  role_changed: "roles",
} as const;

export type NoticeKind = keyof typeof topicOf;
export type Topic = (typeof topicOf)[NoticeKind];

/** In the order in which they are offered. */
export const topics = [
  "mentions",
  "replies",
  "threads",
  "resolutions",
  "decisions",
  "roles",
] as const satisfies Topic[];

export const mailFrequencies = ["off", "hourly", "daily"] as const;
export type MailFrequency = (typeof mailFrequencies)[number];

/** What a person wants to hear of a topic, and how. */
export interface Choice {
  /** Whether it shows in the inbox. */
  inApp: boolean;
  /** How often it is mailed, if at all. */
  mail: MailFrequency;
}

/** What holds until somebody chooses: everything shows, and what concerns oneself is mailed once a day. */
export const defaultChoices: Record<Topic, Choice> = {
  mentions: { inApp: true, mail: "daily" },
  replies: { inApp: true, mail: "daily" },
  threads: { inApp: true, mail: "off" },
  resolutions: { inApp: true, mail: "off" },
  decisions: { inApp: true, mail: "daily" },
  roles: { inApp: true, mail: "off" },
};

/** Whether the topic can be turned off in the inbox. Whoever is restricted must be told (EU Digital Services Act, art. 17). */
export const canBeSilent = (topic: Topic): boolean => topic !== "decisions";

/** The kinds of notices about the topics. */
export function kindsOf(wanted: readonly Topic[]): NoticeKind[] {
  return (Object.keys(topicOf) as NoticeKind[]).filter((kind) => wanted.includes(topicOf[kind]));
}
