import type { Words } from '../../words.ts';

/** A mail in both languages beside each other. */
export const MailShown = ({ mail }: { mail: { subject: Words; text: Words } }) => (
  <div className="admin-cards">
    {(['vi', 'en'] as const).map((language) => (
      <section
        className="panel"
        key={language}
        lang={language}
        aria-labelledby={`mail-${language}`}
      >
        <h2 id={`mail-${language}`}>{mail.subject[language]}</h2>
        <pre className="admin-mail">{mail.text[language]}</pre>
      </section>
    ))}
  </div>
);
