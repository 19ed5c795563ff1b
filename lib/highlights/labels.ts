/** The seven labels a passage can carry. Colours and icons belong to the components. */
export const labels = ["claim", "evidence", "assumption", "question", "fallacy", "definition", "note"] as const;
export type Label = (typeof labels)[number];
