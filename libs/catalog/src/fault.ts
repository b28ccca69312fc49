export interface Words {
  vi: string;
  en: string;
}

/** What keeps a definition from being published; `field` begins with the code of its entry. */
export interface CatalogFault {
  field: string;
  code: string;
  detail: Words;
}

export const fault = (field: string, code: string, vi: string, en: string): CatalogFault => ({
  field,
  code,
  detail: { vi, en },
});

/** A fault where something does not hold. */
export const unless = (
  holds: boolean,
  ...[field, code, vi, en]: Parameters<typeof fault>
): CatalogFault[] => (holds ? [] : [fault(field, code, vi, en)]);
