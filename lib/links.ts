/** Which links people may put into what they write here. Pure. */

/** Longest link, in UTF-16 code units. */
const maxLinkLength = 2000;

/** Whether a link may lead there: the web and mail, spelled out, and nothing that runs. */
export function isAllowedLink(href: unknown): href is string {
  return (
    typeof href === "string" && href.length <= maxLinkLength && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href)
  );
}
