/** Rejoinder's realtime server by itself, as it ships: PostgreSQL log, validation and acknowledgements on. */
import { createServer } from "node:http";
import { createCollab } from "@/lib/collab/server";
import { settings } from "@/lib/config/config";

const collab = await createCollab();
const server = createServer();
server.on("upgrade", collab.handleUpgrade);
server.listen(settings().port, "127.0.0.1");
