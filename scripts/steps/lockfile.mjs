// Which packages for other systems a lockfile lacks, and how they are written into it. Pure.

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * The optional dependencies that have no entry, with where it belongs.
 * @param {Record<string, { optionalDependencies?: Record<string, string>, dev?: boolean }>} packages the lockfile's
 * @returns {{ path: string, version: string, dev: boolean }[]}
 */
export function missingPackages(packages) {
  const missing = new Map();
  for (const [parent, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (foldersUpFrom(parent).some((folder) => `${folder}node_modules/${name}` in packages)) continue;
      missing.set(name, { path: `node_modules/${name}`, version, dev });
    }
  }
  return [...missing.values()];
}

/**
 * An entry by which npm knows for which system the package is. Without an integrity, npm takes the registry's word.
 * @param {string} path its place: `node_modules/@scope/core-linux-x64-musl`
 * @param {string} version
 * @param {boolean} dev
 */
export function stubOf(path, version, dev) {
  const words = path.split("/").pop().split("-");
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${path} doesn't say for which system it is.`);
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu")) && "glibc";
  return { version, cpu, ...(dev && { dev }), ...(libc && { libc: [libc] }), optional: true, os };
}

/** "node_modules/a/node_modules/b" looks in itself, in a, and at the top. */
function foldersUpFrom(path) {
  const parts = path === "" ? [] : path.split(/(?<=^|\/)node_modules\//).slice(1);
  return [...parts.keys(), parts.length].map((depth) =>
    parts
      .slice(0, depth)
      .map((part) => `node_modules/${part.replace(/\/$/, "")}/`)
      .join(""),
  );
}
