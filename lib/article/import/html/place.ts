/** What an element's surroundings say about the words in it: what form they have, and whether they are the page's own. */
import type { SetAside } from "../../schema";
import type { Form } from "../unit";

export type Reason = SetAside["reason"];

/** Where the walk through a document stands. Places make a tree: each knows the one around it. */
export interface Place {
  parent: Place | null;
  /** Ids of the element, for links that lead to it. */
  id: string;
  form: Form;
  /** Why words here don't belong to the article; null when nothing says so. */
  aside: Reason | null;
  lists: { ordered: boolean }[];
  depth: number;
}

/** Elements that hold nothing to read, or that draw their words. */
export const unread = new Set(
  "script style template svg math iframe frame frameset object embed applet canvas audio video head link meta base noembed noframes noscript map datalist input select textarea progress meter dialog title".split(
    " ",
  ),
);
/** Elements that stand within a line. */
export const inline = new Set(
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr o:p".split(
    " ",
  ),
);

const rolesOf: Record<string, Reason> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  search: "navigation",
  tablist: "navigation",
  toolbar: "navigation",
  banner: "navigation",
  contentinfo: "outside",
  complementary: "outside",
  form: "form-field",
  dialog: "consent",
  alertdialog: "consent",
};
const tagsOf: Record<string, Reason> = {
  nav: "navigation",
  menu: "navigation",
  button: "form-field",
  fieldset: "form-field",
  label: "form-field",
  legend: "form-field",
};

/**
 * What builders of pages call such boxes, in whatever language the page is: class names and ids are in English nearly
 * everywhere. Whole words of a name only.
 */
const names: readonly [RegExp, Reason][] = [
  [/^(?:cookies?|consent|gdpr|cmp|onetrust|cookiebar|cookiebanner|cookienotice)$/, "consent"],
  [/^(?:newsletters?|subscribe|subscription|signup|mailchimp|optin)$/, "newsletter"],
  [/^(?:share|sharing|sharebar|social|addtoany|sharedaddy|sharethis)$/, "share-bar"],
  [/^(?:ad|ads|advert|adverts|advertisement|advertising|sponsor|sponsored|dfp|taboola|outbrain|promo)$/, "advert"],
  [/^(?:breadcrumbs?|navbar|navigation|nav|menu|pagination|pager|toc|related|recommended|recirc|skip)$/, "navigation"],
  [/^(?:comments?|disqus|respond)$/, "outside"],
  [/^(?:hidden|sr|screen|visually)$/, "hidden"],
];

/** Why the element's words are the page's own and not the article's, by what it is and is called; null when nothing says so. */
export function reasonOf(element: Element): Reason | null {
  const tag = element.localName;
  if (tag in tagsOf) return tagsOf[tag] ?? null;
  if (isHidden(element)) return "hidden";
  const role = element.getAttribute("role")?.toLowerCase() ?? "";
  if (role in rolesOf) return rolesOf[role] ?? null;
  if (tag === "article" || tag === "main" || tag === "body") return null;
  const reason = reasonOfName(`${element.getAttribute("class") ?? ""} ${element.id}`);
  // Words within a line belong to it, whatever they are called, unless nobody sees them.
  return inline.has(tag) && reason !== "hidden" ? null : reason;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden")) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "");
}

function reasonOfName(name: string): Reason | null {
  const words = name
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  for (const [pattern, reason] of names) {
    if (!words.some((word) => pattern.test(word))) continue;
    // "sr-only", "screen-reader-text", "visually-hidden": only together.
    if (reason !== "hidden" || words.includes("only") || words.includes("reader") || words.includes("hidden"))
      return reason;
  }
  return null;
}

/** Whether the place is the other one or inside it. */
export function isWithin(place: Place, other: Place): boolean {
  for (let at: Place | null = place; at !== null && at.depth >= other.depth; at = at.parent) {
    if (at === other) return true;
  }
  return false;
}
