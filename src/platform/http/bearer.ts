/** What comes as `Authorization: Bearer`; undefined when nothing does. */
export function bearerOf(header: string | undefined): string | undefined {
  if (header === undefined || !/^bearer\b/i.test(header)) return undefined;
  return header.slice('bearer'.length).trim();
}
