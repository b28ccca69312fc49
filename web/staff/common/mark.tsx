import type { ReactNode } from 'react';
import './mark.css';

/** A word that says how something stands; never by its colour alone. */
export const Mark = ({
  tone,
  children,
}: {
  tone: 'good' | 'warn' | 'bad' | 'plain';
  children: ReactNode;
}) => (
  <span className="mark" data-tone={tone}>
    {children}
  </span>
);
