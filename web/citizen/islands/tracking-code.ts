/** Writes a tracking code as it stands on the receipt while it is typed: four groups of four. */
for (const input of document.querySelectorAll<HTMLInputElement>('input[name="code"]'))
  input.addEventListener('input', () => {
    const signs = input.value.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
    const grouped = signs.match(/.{1,4}/g)?.join('-') ?? '';
    // Whoever corrects in the middle keeps their place.
    if (input.selectionStart === input.value.length) input.value = grouped;
  });
