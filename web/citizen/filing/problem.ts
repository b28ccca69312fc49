interface Words {
  vi: string;
  en: string;
}

interface Guidance extends Record<'title' | 'text' | 'form' | 'identity' | 'instead', Words> {
  where: { name: Words; address: Words | null; phone: string | null; check: Words }[];
  limits: { what: Words; limit: Words; basis: Words }[];
}

/** A refusal as the server tells it. */
export interface Problem {
  status: number;
  code: string;
  detail: Words;
  errors?: (Words & { field: string })[];
  guidance?: Guidance;
  because?: Words | null;
  final?: boolean;
  question?: Words & { choices?: { value: string; label: Words }[] };
}
