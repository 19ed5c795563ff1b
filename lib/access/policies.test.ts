import { describe, expect, test } from "vitest";
import { type Action, may, policies, type RebuttalStatus, roles } from "./policies";

// The whole table as one page. Columns: owner, moderator, editor, annotator, viewer; a dot means "may not".
// prettier-ignore
// biome-ignore format: it is a table
const page: readonly Row[] = [
  ["workspace.read",                "",                                  none,                       "o m e a v"],
  ["workspace.update",              "",                                  none,                       "o . . . ."],

  ["member.list",                   "",                                  none,                       "o m e a v"],
  ["member.change-role",            "somebody's",                        () => other,                "o . . . ."],
  ["member.change-role",            "one's own, among two owners",       (me) => self(me, 2),        "o . . . ."],
  ["member.change-role",            "the last owner's",                  (me) => self(me, 1),        ". . . . ."],
  ["member.remove",                 "somebody",                          () => other,                "o . . . ."],
  ["member.remove",                 "oneself, not an owner",             (me) => leaving(me),        "o m e a v"],
  ["member.remove",                 "oneself, among two owners",         (me) => self(me, 2),        "o m e a v"],
  ["member.remove",                 "the last owner",                    (me) => self(me, 1),        ". . . . ."],

  ["invitation.list",               "",                                  none,                       "o m . . ."],
  ["invitation.create",             "as owner",                          () => ({ role: "owner" }),     "o . . . ."],
  ["invitation.create",             "as moderator",                      () => ({ role: "moderator" }), "o m . . ."],
  ["invitation.create",             "as viewer",                         () => ({ role: "viewer" }),    "o m . . ."],
  ["invitation.revoke",             "",                                  none,                       "o m . . ."],

  ["article.read",                  "",                                  none,                       "o m e a v"],
  ["article.import",                "",                                  none,                       "o m e . ."],
  ["article.delete",                "one's own",                         own,                        "o m e . ."],
  ["article.delete",                "somebody's",                        anothers,                   "o m . . ."],

  ["revision.read",                 "",                                  none,                       "o m e a v"],
  ["revision.create",               "",                                  none,                       "o m e . ."],
  ["revision.undo",                 "",                                  none,                       "o m e . ."],

  ["highlight.create",              "",                                  none,                       "o m e a ."],
  ["highlight.change",              "one's own",                         own,                        "o m e a ."],
  ["highlight.change",              "somebody's",                        anothers,                   "o . e . ."],
  ["highlight.change",              "of an account that is gone",        nobodys,                    "o . e . ."],
  ["highlight.delete",              "one's own",                         own,                        "o m e a ."],
  ["highlight.delete",              "somebody's",                        anothers,                   "o m . . ."],
  ["note.write",                    "",                                  none,                       "o m e a ."],

  ["rebuttal.read",                 "",                                  none,                       "o m e a v"],
  ["rebuttal.create",               "",                                  none,                       "o m e a ."],
  ["rebuttal.write",                "a draft of one's own",              ours("draft"),              "o m e a ."],
  ["rebuttal.write",                "somebody's draft",                  theirs("draft"),            "o . e . ."],
  ["rebuttal.write",                "one's own in review",               ours("in_review"),          "o m e a ."],
  ["rebuttal.write",                "one's own, published",              ours("published"),          ". . . . ."],
  ["rebuttal.write",                "one's own, withdrawn",              ours("withdrawn"),          ". . . . ."],
  ["rebuttal.manage-contributors",  "one's own",                         ours("published"),          "o m e a ."],
  ["rebuttal.manage-contributors",  "somebody's",                        theirs("published"),        "o . e . ."],
  ["rebuttal.submit",               "one's own draft",                   ours("draft"),              "o m e a ."],
  ["rebuttal.submit",               "somebody's draft",                  theirs("draft"),            "o . e . ."],
  ["rebuttal.submit",               "one's own in review",               ours("in_review"),          ". . . . ."],
  ["rebuttal.return",               "one's own in review",               ours("in_review"),          "o m e a ."],
  ["rebuttal.return",               "somebody's in review",              theirs("in_review"),        "o m e . ."],
  ["rebuttal.return",               "a draft",                           ours("draft"),              ". . . . ."],
  ["rebuttal.publish",              "one's own in review",               ours("in_review"),          "o m e . ."],
  ["rebuttal.publish",              "somebody's in review",              theirs("in_review"),        "o m e . ."],
  ["rebuttal.publish",              "a draft",                           ours("draft"),              ". . . . ."],
  ["rebuttal.withdraw",             "one's own, published",              ours("published"),          "o m e a ."],
  ["rebuttal.withdraw",             "somebody's, published",             theirs("published"),        "o m e . ."],
  ["rebuttal.withdraw",             "one that isn't published",          ours("in_review"),          ". . . . ."],
  ["rebuttal.reopen",               "one's own, withdrawn",              ours("withdrawn"),          "o m e a ."],
  ["rebuttal.reopen",               "somebody's, withdrawn",             theirs("withdrawn"),        "o . e . ."],
  ["rebuttal.reopen",               "one that isn't withdrawn",          ours("published"),          ". . . . ."],
  ["rebuttal.delete",               "one's own draft",                   draft({}),                  "o m e a ."],
  ["rebuttal.delete",               "somebody's draft",                  draft({ authorId: "she" }), "o . e . ."],
  ["rebuttal.delete",               "one that was submitted before",     draft({ wasSubmitted: true }), ". . . . ."],
  ["rebuttal.delete",               "one in review",                     draft({ status: "in_review" }), ". . . . ."],

  ["comment.read",                  "",                                  none,                       "o m e a v"],
  ["comment.create",                "",                                  none,                       "o m e a ."],
  ["comment.edit",                  "one's own",                         own,                        "o m e a ."],
  ["comment.edit",                  "somebody's",                        anothers,                   ". . . . ."],
  ["comment.delete",                "one's own",                         own,                        "o m e a ."],
  ["comment.delete",                "somebody's",                        anothers,                   ". . . . ."],
  ["thread.resolve",                "one's own",                         own,                        "o m e a ."],
  ["thread.resolve",                "somebody's",                        anothers,                   "o m . . ."],
  ["thread.resolve",                "of an account that is gone",        nobodys,                    "o m . . ."],
  ["comment.flag",                  "one's own",                         own,                        ". . . . ."],
  ["comment.flag",                  "somebody's",                        anothers,                   "o m e a v"],
  ["comment.flag",                  "of an account that is gone",        nobodys,                    "o m e a v"],
  ["note.flag",                     "written with others",               ownTogether,                ". . . . ."],
  ["note.flag",                     "of others",                         othersTogether,             "o m e a v"],
  ["rebuttal.flag",                 "written with others",               ownTogether,                ". . . . ."],
  ["rebuttal.flag",                 "of others",                         othersTogether,             "o m e a v"],

  ["rules.read",                    "",                                  none,                       "o m e a v"],
  ["rules.change",                  "",                                  none,                       "o . . . ."],
  ["moderation.work",               "",                                  none,                       "o m . . ."],
  ["moderation.read-log",           "",                                  none,                       "o m e a v"],
  ["content.purge",                 "",                                  none,                       "o . . . ."],
  ["member.restrict",               "a viewer",                          () => other,                "o m . . ."],
  ["member.restrict",               "a moderator",                       () => ({ ...other, targetRole: "moderator" }), "o . . . ."],
  ["member.restrict",               "an owner",                          () => ({ ...other, targetRole: "owner" }), ". . . . ."],
  ["member.restrict",               "oneself",                           (me) => leaving(me),        ". . . . ."],
];

type Facts = (me: string) => unknown;
type Row = readonly [action: Action, of: string, facts: Facts, whoMay: string];

const other = { targetId: "she", targetRole: "viewer", owners: 2 };
function none() {}
const self = (me: string, owners: number) => ({ targetId: me, targetRole: "owner", owners });
const leaving = (me: string) => ({ targetId: me, targetRole: "viewer", owners: 1 });
function own(me: string) {
  return { authorId: me };
}
function anothers() {
  return { authorId: "she" };
}
function nobodys() {
  return { authorId: null };
}
function ownTogether(me: string) {
  return { authorIds: ["she", me] };
}
function othersTogether() {
  return { authorIds: ["she", "he"] };
}
function ours(status: RebuttalStatus): Facts {
  return (me) => ({ status, contributorIds: ["she", me] });
}
function theirs(status: RebuttalStatus): Facts {
  return () => ({ status, contributorIds: ["she"] });
}
function draft(differing: object): Facts {
  return (me) => ({ status: "draft", contributorIds: [], authorId: me, wasSubmitted: false, ...differing });
}

describe("who may", () => {
  test.each(page)("%s %s", (action, _of, facts, whoMay) => {
    // Rows are checked at run time only: `may` knows the facts of one action at a time.
    const ask = may as (member: object, action: Action, facts: unknown) => boolean;
    const answers = roles.map((role) => (ask({ userId: "me", role }, action, facts("me")) ? role.charAt(0) : "."));
    expect(answers.join(" ")).toBe(whoMay);
  });

  test("every action has its rows", () => {
    expect([...new Set(page.map(([action]) => action))].sort()).toEqual(Object.keys(policies).sort());
  });
});
