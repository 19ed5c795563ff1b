/** Prisma's migration engine as WebAssembly, from npm: nothing is downloaded while installing or starting. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

/**
 * The engine, working on the pool's database.
 * @param pool given so that the caller can close every connection the engine opened
 * @param schema the text of a Prisma schema, and the path to name in its errors
 */
export async function openSchemaEngine(
  pool: pg.Pool,
  schema: { path: string; content: string },
): Promise<SchemaEngine> {
  loaded ??= load();
  const module = await loaded;
  return module.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
  );
}

/** Its glue works with one instance; timers of one that was replaced would call into the next. */
let loaded: ReturnType<typeof load> | undefined;

async function load() {
  const module = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": Object.fromEntries(Object.entries(module).map(withoutHoldingTheProcess)),
  });
  const { __wbg_set_wasm: bind } = module as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  bind(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}

/** The engine never clears the timer of its lock's time limit (10 s); nothing should have to wait for it to run out. */
function withoutHoldingTheProcess([name, imported]: [string, unknown]): [string, WebAssembly.ImportValue] {
  if (!name.startsWith("__wbg_setTimeout_")) return [name, imported as WebAssembly.ImportValue];
  return [
    name,
    (callback: () => void, wait: number) => {
      const timer = setTimeout(callback, wait);
      timer.unref();
      return timer;
    },
  ];
}

/**
 * Sends a migration as a whole, as Prisma's native engine does. The stock adapter cuts scripts at every semicolon, also
 * at those inside a function's body. As a whole it is one transaction too: a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.pool.query(script);
    };
    return adapter;
  }
}
