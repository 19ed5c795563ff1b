/** Tells next-auth our public address in the only way it listens: it reads the environment itself, at each request. */

/** Without this it would send people to http://localhost:3000 after a provider's page. */
export function tellNextAuth(appUrl: string): void {
  process.env.NEXTAUTH_URL = appUrl;
}
