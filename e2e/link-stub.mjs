// Loaded before a test's server: a name of the open internet leads to the test's own page server. The server's judgement
// of links stays as it is, since the name resolves to a public address, which nobody is ever connected to.
import dns from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const name = "gazette.example";
const port = Number(process.env.LINK_STUB_PORT);

const { lookup } = dns;
dns.lookup = async (hostname, options) =>
  hostname === name ? [{ address: "93.184.215.14", family: 4 }] : lookup(hostname, options);

const { connect } = net;
net.connect = (options, ...rest) => {
  const isOurs = options.host === name || options.hostname === name;
  return connect(isOurs ? { ...options, host: "127.0.0.1", port, lookup: undefined } : options, ...rest);
};
syncBuiltinESMExports();
