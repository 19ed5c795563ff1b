/** Judges what a page carries around its article: consent, newsletters, share bars, adverts, navigation. */
import type { SetAside } from "../schema";
import { advert, consentTerms, interfaceLine, invitation, mailing, speaksToVisitor } from "./page-words";
import { isProse, shortened, wordsOf } from "./shapes";
import { type Decisions, decide, isVerbatim, type Judged, type Unit } from "./unit";

const shareWords = new Set(
  "share tweet post facebook twitter x linkedin whatsapp reddit telegram bluesky mastodon threads pinterest email e mail print copy copied link save bookmark gift on via this by article page story to comments comment".split(
    " ",
  ),
);
const shareCore =
  /\b(?:share|tweet|facebook|twitter|linkedin|whatsapp|reddit|telegram|bluesky|mastodon|pinterest|copy link)\b/i;

function isShareBar(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length <= 14 &&
    !isProse(text) &&
    shareCore.test(text) &&
    words.every((w) => shareWords.has(w) || /^\d+$/.test(w))
  );
}

function isNewsletter(text: string): boolean {
  return invitation.test(text) && mailing.test(text) && wordsOf(text).length <= 30;
}

const breadcrumb = /^[^>»›]{1,40}(?:\s[>»›]\s[^>»›]{1,80}){2,}$/;

function isNavigation(text: string): boolean {
  return interfaceLine.test(text) || (breadcrumb.test(text) && !isProse(text));
}

const longestConsent = 70;
/** Nothing longer (code units) is judged here. */
const longestLine = 600;

/** Words about consent, spoken to the visitor of the page, quoting nobody. */
function isConsent(text: string): boolean {
  if (/[“”"]/.test(text)) return false;
  const terms = new Set([...text.matchAll(consentTerms)].map(([term]) => term.toLowerCase()));
  const needed = speaksToVisitor.test(text) ? 1 : 3;
  return terms.size >= needed && wordsOf(text).length <= longestConsent && (needed === 1 || !isProse(text));
}

/** Heads a list of other articles. */
const otherArticles = /^(?:related|you (?:may|might) also|more from|most (?:read|popular)|read (?:more|next))\b/i;

/** How far from an edge a page's own lines stand, in units that aren't set aside. */
const margin = 8;

/** Sets a page's own lines aside. What may be prose stays, with a warning. */
export function judgeFurniture(units: readonly Unit[]): Judged {
  const warnings: string[] = [];
  const open = units.flatMap((unit, index) => (unit.aside === null ? [index] : []));
  const [firstInner, firstLower] = [open[margin] ?? units.length, open[open.length - margin] ?? 0];
  const decisions: Decisions = new Map();
  const isAside = (index: number) => decisions.has(index) || (units[index]?.aside ?? null) !== null;
  const isNearEdge = (index: number) =>
    index < firstInner || index >= firstLower || isAside(index - 1) || isAside(index + 1);

  for (const index of open) {
    const unit = units[index];
    if (unit === undefined || unit.text.length > longestLine || isVerbatim(unit)) continue;
    const { text } = unit;
    const aside = reasonFor(text, isNearEdge(index));
    if (aside !== null) decisions.set(index, { aside });
    else if (isConsent(text)) warnings.push(`Kept, though it may be a consent notice: “${shortened(text)}”`);
  }
  for (const index of otherArticlesBelow(units, isAside)) decisions.set(index, { aside: "navigation" });
  return { units: decide(units, decisions), warnings };
}

function reasonFor(text: string, isNearEdge: boolean): SetAside["reason"] | null {
  if (advert.test(text)) return "advert";
  if (isShareBar(text) && (isNearEdge || wordsOf(text).length > 2)) return "share-bar";
  if (isNewsletter(text)) return "newsletter";
  if (isNearEdge && isNavigation(text)) return "navigation";
  if (isNearEdge && isConsent(text)) return "consent";
  return null;
}

/** Titles of other articles: the lines at the very end, under a line that announces them. */
function otherArticlesBelow(units: readonly Unit[], isAside: (index: number) => boolean): number[] {
  const titles: number[] = [];
  for (let index = units.length - 1; index >= 0; index--) {
    const text = units[index]?.text ?? "";
    if (isAside(index)) {
      if (otherArticles.test(text)) return titles;
    } else if (isProse(text)) return [];
    else titles.push(index);
  }
  return [];
}
