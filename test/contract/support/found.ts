const plain = (one: string) => one.normalize('NFC').toLowerCase();
const bare = (one: string) => one.replaceAll(/[\s.-]/g, '');

/** Which of the secrets a text holds, however it writes them. */
export function found(secrets: Record<string, string>, text: string): string[] {
  const [read, packed] = [plain(text), bare(text)];
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const inside = read.includes(plain(secret)) || packed.includes(bare(secret));
    const escaped = text.includes(encodeURIComponent(secret));
    return inside || escaped ? [name] : [];
  });
}
