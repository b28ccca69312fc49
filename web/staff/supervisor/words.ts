import { addWords } from '../words.ts';
import en from './words/en.json';
import vi from './words/vi.json';

addWords('supervisor', { vi, en });
