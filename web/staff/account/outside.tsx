import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../words.ts';
import './outside.css';

/** A page for whoever is not signed in yet. */
export function Outside({ title, children }: { title: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'vi' : 'en';
  return (
    <main className="outside">
      <div className="panel">
        <p className="frame-brand">Đầu Mối</p>
        <h1>{title}</h1>
        {children}
      </div>
      <Button variant="subtle" lang={other} onClick={() => chooseLanguage(other)}>
        {other === 'vi' ? 'Tiếng Việt' : 'English'}
      </Button>
    </main>
  );
}
