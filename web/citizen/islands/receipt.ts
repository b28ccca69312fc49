/** What a browser can do with a receipt beyond showing it: copy, share and print. */
const receipt = document.querySelector<HTMLElement>('.receipt');
const said = receipt?.querySelector('[role="status"]');
const { url = '', code = '', copied = '' } = receipt?.dataset ?? {};

const deeds: Record<string, { can: boolean; act: () => unknown }> = {
  copy: {
    can: 'clipboard' in navigator,
    act: async () => {
      await navigator.clipboard.writeText(code);
      if (said) said.textContent = copied;
    },
  },
  // Whoever closes the choice of an application has not met an error.
  share: {
    can: 'share' in navigator,
    act: () => navigator.share({ title: code, url }).catch(() => undefined),
  },
  print: { can: true, act: () => print() },
};

for (const button of receipt?.querySelectorAll<HTMLButtonElement>('[data-does]') ?? []) {
  const deed = deeds[button.dataset['does'] ?? ''];
  if (!deed?.can) continue;
  button.hidden = false;
  button.addEventListener('click', () => void deed.act());
}
