import { addWords } from '../../words.ts';
import './keys.css';
import en from './words/en.json';
import vi from './words/vi.json';

addWords('keys', { vi, en });

export const scopes = ['public', 'file', 'figures', 'cases'] as const;
export type Scope = (typeof scopes)[number];
