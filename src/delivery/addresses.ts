// One plain address: nothing that a mail library could read as a second one, a name, a group or a header.
const plain =
  /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u;

/** The address when mail can be sent to it, else null. */
export function usableAddress(address: string | null): string | null {
  return address !== null && address.length <= 254 && plain.test(address) ? address : null;
}
