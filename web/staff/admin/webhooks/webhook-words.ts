import '../keys/key-words.ts';
import type { components } from '../../api/schema.d.ts';
import { addWords } from '../../words.ts';
import en from './words/en.json';
import vi from './words/vi.json';

addWords('webhooks', { vi, en });

export type Webhook = components['schemas']['WebhookItem'];
export type Kind = Webhook['kinds'][number];

/** As their words stand in the catalogue: in the order of a complaint's life. */
export const kinds = Object.keys(vi.kind) as string[];
export const wordOf = (kind: string) => kind.replace('complaint.', '').replace('webhook.', '');
export const kindOf = (word: string) => `complaint.${word}` as Kind;
