import type { ReactNode } from 'react';

/** Where a list is empty: what that means, and what can be done. */
export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="nothing muted">{children}</p>
);
