import { expect, it } from "vitest";
import { welcome } from "./welcome";

const start = { appUrl: "http://localhost:3000", took: 1234, firstOwner: null, demoSignIns: [] };

it("says where it is, and how to stop it", () => {
  expect(welcome(start)).toBe("\n  Rejoinder is ready at http://localhost:3000 (1.2 s). Ctrl-C stops it.\n\n");
});

it("says how to make the first account while there is none", () => {
  expect(welcome({ ...start, firstOwner: { setupCode: null } })).toContain(
    "  Make the first account at http://localhost:3000/welcome\n",
  );
  expect(welcome({ ...start, firstOwner: { setupCode: "12ab-34cd" } })).toContain(
    "/welcome with the setup code 12ab-34cd\n",
  );
});

it("lists the demo's sign-ins in a column", () => {
  const demoSignIns = [
    { role: "owner", email: "o@demo.example", password: "p" },
    { role: "annotator", email: "a@demo.example", password: "p" },
  ];
  expect(welcome({ ...start, demoSignIns })).toContain(
    "    owner      o@demo.example  password p\n    annotator  a@demo.example  password p\n",
  );
});
