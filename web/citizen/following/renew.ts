const partsOf = (root: ParentNode) => root.querySelectorAll<HTMLElement>('[data-part]');
const formsOf = (root: ParentNode) => [
  ...root.querySelectorAll<HTMLFormElement>('form[data-deed]'),
];

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return (
      [...field.options].some((one) => one.selected !== one.defaultSelected) && field.value !== ''
    );
  if (field instanceof HTMLInputElement && field.type === 'radio')
    return field.checked !== field.defaultChecked;
  if (field instanceof HTMLInputElement && field.type === 'file') return field.value !== '';
  return field.value !== field.defaultValue;
}

const isBegun = (form: HTMLFormElement) =>
  form.contains(document.activeElement) ||
  [...form.elements].some(
    (one) => one.matches('input, textarea, select') && isChanged(one as Field),
  );

/** The block around a form: its heading stays with it. */
const blockOf = (form: Element) => form.closest<HTMLElement>('.deed') ?? form;

/** Moves what somebody is writing into the new part; what has no place there any more stands at its end. */
function carryOver(old: HTMLElement, fresh: HTMLElement): boolean {
  let kept = false;
  for (const form of formsOf(old).filter(isBegun)) {
    const place = formsOf(fresh).find((one) => one.dataset['deed'] === form.dataset['deed']);
    kept ||= place === undefined;
    if (place) blockOf(place).replaceWith(blockOf(form));
    else (fresh.querySelector('.deeds') ?? fresh).append(blockOf(form));
  }
  return kept;
}

/** What was open stays open. */
function openAgain(old: HTMLElement, fresh: HTMLElement): void {
  const before = old.querySelectorAll('details');
  fresh.querySelectorAll('details').forEach((one, at) => {
    const same = one.id ? old.querySelector<HTMLDetailsElement>(`#${one.id}`) : before[at];
    if (same instanceof HTMLDetailsElement && same.open) one.open = true;
  });
}

/** What each part was drawn from. */
const shown = new WeakMap<HTMLElement, string>();

/** Remembers the page as it came. */
export function begin(page: HTMLElement): void {
  for (const part of partsOf(page)) shown.set(part, part.innerHTML);
}

/**
 * Brings the page to what the server shows now; focus and what was typed stay.
 * @returns whether somebody is writing into a form that is not open any more
 */
export async function renew(page: HTMLElement): Promise<boolean> {
  const answer = await fetch(location.pathname + location.search, {
    headers: { accept: 'text/html' },
  });
  if (!answer.ok) return false;
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const back = focusIn(page);
  let kept = false;
  for (const old of partsOf(page)) {
    const fresh = drawn.querySelector<HTMLElement>(`[data-part="${old.dataset['part'] ?? ''}"]`);
    const html = fresh?.innerHTML;
    if (!fresh || html === undefined || html === shown.get(old)) continue;
    if (carryOver(old, fresh)) kept = true;
    openAgain(old, fresh);
    old.replaceChildren(...fresh.childNodes);
    shown.set(old, html);
  }
  back();
  return kept;
}

/** Gives the focus back to where it is now, with the place in the text. */
function focusIn(page: HTMLElement): () => void {
  const focused = document.activeElement as HTMLElement | null;
  if (!focused || !page.contains(focused)) return () => undefined;
  const { selectionStart, selectionEnd } = focused as HTMLTextAreaElement;
  return () => {
    if (!focused.isConnected || focused === document.activeElement) return;
    focused.focus({ preventScroll: true });
    if (focused instanceof HTMLTextAreaElement)
      focused.setSelectionRange(selectionStart, selectionEnd);
  };
}
