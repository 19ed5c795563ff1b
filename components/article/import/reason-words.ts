/** What people read for the reasons why a line was set aside. */
import type { SetAside } from "@/lib/article/schema";

type Reason = SetAside["reason"];

/** In the order in which a person would look through them: what may be wrong first. */
export const reasonWords: Record<Reason, { name: string; about: string }> = {
  legal: { name: "Legal small print", about: "Disclaimers and rights below the article." },
  newsletter: { name: "Newsletter invitations", about: "Lines that ask for a subscription." },
  consent: { name: "Consent notices", about: "Cookies, privacy, terms of use." },
  navigation: { name: "Navigation", about: "The way through the site, and other articles." },
  "share-bar": { name: "Share buttons", about: "Names of networks, and what to do there." },
  advert: { name: "Adverts", about: "Marks of advertising." },
  repeated: { name: "Repeated lines", about: "The same line again and again; it was kept once." },
  "repeated-title": { name: "The title again", about: "It stands above the article once." },
  "form-field": { name: "Form fields", about: "Labels and hidden fields of forms, and their headings." },
  outside: { name: "Around the article", about: "What the page has beside its article: comments, boxes, its foot." },
  hidden: { name: "Hidden on the page", about: "Words that the page itself doesn’t show." },
  metadata: { name: "Now in the details", about: "Lines that became the title, a name, a date or the like." },
  "by-hand": { name: "Set aside by you", about: "What you took out." },
};

export const reasonsInOrder = Object.keys(reasonWords) as Reason[];
