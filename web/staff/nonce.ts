declare global {
  var __webpack_nonce__: string | undefined;
}

/** What inline styles of this page are allowed by. */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// The name under which the scroll lock of dialogs looks for it.
globalThis.__webpack_nonce__ = nonce;
