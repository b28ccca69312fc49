/** What tells two filers to be the same: keyed hashes of their contacts, or nothing. */
export interface Contact {
  complaint: string;
  phone: string | null;
  mail: string | null;
}

/** How many people stand behind complaints: who shares a phone number or a mail address is counted once. */
export function countReporters(contacts: readonly Contact[]): number {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    const above = parent.get(name) ?? name;
    if (above === name) return name;
    const root = rootOf(above);
    parent.set(name, root);
    return root;
  };
  const join = (a: string, b: string) => parent.set(rootOf(a), rootOf(b));
  for (const { complaint, phone, mail } of contacts) {
    const self = `complaint:${complaint}`;
    parent.set(self, rootOf(self));
    if (phone !== null) join(self, `phone:${phone}`);
    if (mail !== null) join(self, `mail:${mail}`);
  }
  return new Set(contacts.map(({ complaint }) => rootOf(`complaint:${complaint}`))).size;
}
