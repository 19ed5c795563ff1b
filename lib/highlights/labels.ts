/** The seven labels a passage can carry. Colours and icons belong to the components. */
export const labels = ["claim", "evidence", "assumption", "question", "fallacy", "definition", "note"] as const;
export type Label = (typeof labels)[number];

/** What people read for each. */
export const labelNames: Record<Label, string> = {
  claim: "Claim",
  evidence: "Evidence",
  assumption: "Assumption",
  question: "Question",
  fallacy: "Fallacy",
  definition: "Definition",
  note: "Note",
};
