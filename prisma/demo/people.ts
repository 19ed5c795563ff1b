/** The demo's people. All of them are invented. */
import type { Role } from "@/lib/access/policies";

export type DemoPerson = "olive" | "edgar" | "ana";

export const demoPeople: Record<DemoPerson, { name: string; email: string; role: Role }> = {
  olive: { name: "Olive Okafor", email: "olive@demo.example", role: "owner" },
  edgar: { name: "Edgar Lindqvist", email: "edgar@demo.example", role: "editor" },
  ana: { name: "Ana Ribeiro", email: "ana@demo.example", role: "annotator" },
};
