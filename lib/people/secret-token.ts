/** Secrets that we hand out once and keep only as a hash: API tokens, invitation links. */
import { createHash, randomBytes } from "node:crypto";

interface SecretToken {
  /** To be shown once. */
  token: string;
  /** To be kept. */
  hash: string;
}

/** 256 random bits, so a fast hash is enough: there is nothing to guess. */
const bytes = 32;

/** A new secret, with a prefix by which people and scanners of leaked secrets recognise it. */
export function newSecretToken(prefix = ""): SecretToken {
  const token = `${prefix}${randomBytes(bytes).toString("base64url")}`;
  return { token, hash: hashOfToken(token) };
}

/**
 * SHA-256, hex. Looking a token up by its hash also keeps timing harmless: how far an index search gets says something
 * about the hash, and nothing about the token.
 */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
