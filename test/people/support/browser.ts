interface Cookie {
  value: string;
  path: string;
}

/** A browser without pages: it keeps cookies by host and path, and goes one redirect at a time. */
export class Browser {
  private readonly jars = new Map<string, Map<string, Cookie>>();

  /** `hosts` tells where an origin really listens, as a proxy in front does. */
  constructor(private readonly hosts: Record<string, string> = {}) {}

  async visit(address: string | URL): Promise<Response> {
    const url = new URL(address);
    const at = `${this.hosts[url.origin] ?? url.origin}${url.pathname}${url.search}`;
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: this.cookiesFor(url), accept: 'text/html', 'user-agent': 'Test browser' },
    });
    for (const line of answer.headers.getSetCookie()) this.keep(url, line);
    return answer;
  }

  /** Goes on until a redirect leads to `end`. @returns that address, not yet visited */
  async followTo(end: string, from: string | URL): Promise<URL> {
    let url = new URL(from);
    for (let hops = 0; hops < 10; hops += 1) {
      const { status, headers } = await this.visit(url);
      const location = headers.get('location');
      if (!location) throw new Error(`${url.pathname} answered ${status}`);
      url = new URL(location, url);
      if (url.href.startsWith(end)) return url;
    }
    throw new Error('too many redirects');
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(origin)?.get(name)?.value;
  }

  /** Puts a cookie where a server would have; its path stays that of the one before. */
  plant(origin: string, name: string, value: string, path = '/'): void {
    const jar = this.jars.get(origin) ?? new Map<string, Cookie>();
    jar.set(name, { value, path });
    this.jars.set(origin, jar);
  }

  private cookiesFor({ origin, pathname }: URL): string {
    return [...(this.jars.get(origin) ?? [])]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private keep({ origin }: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = /path=([^;]*)/i.exec(attributes.join(';'))?.[1] ?? '/';
    if (value === '' || /max-age=0(;|$)|expires=thu, 01 jan 1970/i.test(attributes.join(';')))
      this.jars.get(origin)?.delete(name);
    else this.plant(origin, name, value, path);
  }
}
