// Which folder may import which: app → components → lib, server.ts → lib, and inside lib: collab and export → subjects → the ground floor.

/** What every subject may stand on; it stands on no subject itself. */
const groundFloor = "^lib/(anchoring|access|db|config|errors\\.ts|log\\.ts|log-context\\.ts|metrics\\.ts)";
const tests = "\\.test\\.tsx?$|/testing[./]";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "lib-knows-no-screen",
      comment: "lib is used by pages, sockets and commands alike: it imports neither React nor Next.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/|^node_modules/(react|react-dom|next|@mantine|@tabler)/" },
    },
    {
      name: "components-know-no-database",
      comment: "Components run in browsers. What they need comes as data, or over HTTP and the socket.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/(db|config|process)/|^lib/log\\.ts|^node_modules/(@prisma|pg|pino|@node-rs)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-know-no-route",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "ground-floor-knows-no-subject",
      comment: "anchoring, access, db and config serve every subject and know none.",
      severity: "error",
      from: { path: groundFloor, pathNot: tests },
      to: { path: "^lib/", pathNot: groundFloor },
    },
    {
      name: "anchoring-stands-alone",
      comment: "Pure, so that it can run anywhere: no dependency on the rest.",
      severity: "error",
      from: { path: "^lib/anchoring/", pathNot: tests },
      to: { path: "^lib/(?!anchoring/)|^node_modules/" },
    },
    {
      name: "subjects-know-no-collab",
      comment:
        "The realtime server uses the subjects. They may know its documents' names and wire format, not the server.",
      severity: "error",
      from: { path: "^lib/(?!collab/|process/)", pathNot: tests },
      to: { path: "^lib/collab/server" },
    },
    {
      name: "the-process-is-on-top",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { path: "^(server\\.ts|scripts/|e2e/|bench/|soak/)" },
    },
    {
      name: "product-knows-no-tests",
      severity: "error",
      from: { path: "^(app|components|lib|prisma|server\\.ts)", pathNot: tests },
      to: { path: tests },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three. Types alone may.",
      severity: "error",
      from: { pathNot: "^lib/db/generated/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unknown-modules",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API, so dependency-cruiser can't use it.
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated/|\\.css$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
