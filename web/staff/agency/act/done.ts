import type { ActionName } from './actions.ts';

// What was done last with a case, for the page that one comes back to.
const done = new Map<string, ActionName>();

export const tellDone = (id: string, name: ActionName) => void done.set(id, name);

export function takeDone(id: string): ActionName | null {
  const name = done.get(id) ?? null;
  done.delete(id);
  return name;
}
