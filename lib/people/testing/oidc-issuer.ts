/** A real OpenID Connect provider on this machine, for tests: it signs in whoever the test says, without asking. */

import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

interface Identity {
  sub: string;
  name: string;
  email: string;
  email_verified: boolean;
}

export interface OidcIssuer {
  issuer: string;
  client: { id: string; secret: string };
  /** From now on, this is who sits at the provider. */
  signedIn(identity: Identity): void;
  close(): Promise<void>;
}

const lifetime = 60; // seconds

/**
 * Starts the provider on a free port.
 * @param redirectUri asked when it is needed, because our own port may not be known yet
 */
export async function startOidcIssuer(redirectUri: () => string): Promise<OidcIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { id: "rejoinder", secret: "a secret between the two of them" };
  let present: Identity | undefined;
  const known = new Map<string, Identity>();

  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri()] }],
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    ttl: {
      AccessToken: lifetime,
      AuthorizationCode: lifetime,
      Grant: lifetime,
      IdToken: lifetime,
      Interaction: lifetime,
      Session: lifetime,
    },
    cookies: { keys: ["only tests use it"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => {
      const identity = known.get(sub);
      return identity && { accountId: sub, claims: () => ({ ...identity }) };
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });

  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/") || !present) return answer(request, response);
    return provider.interactionFinished(request, response, { login: { accountId: present.sub } });
  });

  return {
    issuer,
    client,
    signedIn: (identity) => {
      present = identity;
      known.set(identity.sub, identity);
    },
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
