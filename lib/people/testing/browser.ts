/** A browser's part in signing in, for tests: keeps cookies per origin, follows redirects, sends Origin. */

interface Visit {
  status: number;
  /** Where the last redirect led. */
  url: string;
  headers: Headers;
  text: string;
}

interface Options {
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** Follow redirects; true unless told. */
  follow?: boolean;
}

const mostRedirects = 12;

export class TestBrowser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** The cookies it would send to the address. */
  cookies(address: string): Map<string, string> {
    const { origin } = new URL(address);
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  /** The Cookie header it would send to the address. */
  cookieHeader(address: string): string {
    return [...this.cookies(address)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(address: string, options: Omit<Options, "form"> = {}): Promise<Visit> {
    return this.#visit(address, options);
  }

  /** Posts a form from a page of the address' own origin. */
  post(address: string, form: Record<string, string>, options: Omit<Options, "form"> = {}): Promise<Visit> {
    return this.#visit(address, { ...options, form });
  }

  async #visit(address: string, { form, headers = {}, follow = true }: Options, redirects = 0): Promise<Visit> {
    const cookie = this.cookieHeader(address);
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: {
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        ...(cookie ? { cookie } : {}),
        ...(form ? { origin: new URL(address).origin } : {}),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    this.#keep(address, response.headers.getSetCookie());
    const location = response.headers.get("location");
    if (location && follow) {
      await response.arrayBuffer();
      if (redirects === mostRedirects) throw new Error(`${address} redirects without end`);
      return this.#visit(new URL(location, address).href, {}, redirects + 1);
    }
    return { status: response.status, url: address, headers: response.headers, text: await response.text() };
  }

  #keep(address: string, lines: readonly string[]): void {
    const jar = this.cookies(address);
    for (const line of lines) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const at = pair.indexOf("=");
      const name = pair.slice(0, at);
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || isPast(attribute));
      if (gone) jar.delete(name);
      else jar.set(name, pair.slice(at + 1));
    }
  }
}

function isPast(attribute: string): boolean {
  const [, date] = /^expires=(.+)$/i.exec(attribute) ?? [];
  return date !== undefined && new Date(date) <= new Date();
}
