/** The mailbox: every mail that was sent, to whom, and the one that is chosen, as a mail program shows it. */
import './mailbox.css';
import { useEffect, useState } from 'react';
import type { OpenedMail } from '../../command.js';
import type { MailLine, PagePerson } from '../../protocol.js';
import { openedMail } from '../connection.js';
import { formatsInJapan } from '../japan-time.js';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { nameOf } from './people.js';
import { Sheet } from './sheet.js';
import { shellWords } from './words.js';

const times = formatsInJapan({ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const nobody: readonly PagePerson[] = [];

export function MailboxSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shellWords).mailbox;
  const mails = useStore(({ mailbox }) => mailbox);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? mails[0]?.id ?? null;
  return (
    <Sheet heading={words.heading} shape="whole" onClose={onClose}>
      {mails.length === 0 ? (
        <p className="shell-mailbox-none">{words.none}</p>
      ) : (
        <div className="shell-mailbox">
          <ul className="shell-mailbox-list" aria-label={words.list}>
            {mails.map((mail) => (
              <li key={mail.id}>
                <Line mail={mail} chosen={mail.id === id} onChoose={() => setChosen(mail.id)} />
              </li>
            ))}
          </ul>
          {id !== null && <Opened key={id} id={id} />}
        </div>
      )}
    </Sheet>
  );
}

interface LineProps {
  readonly mail: MailLine;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Line({ mail: { to, subject, at }, chosen, onChoose }: LineProps) {
  const { language } = useLanguage();
  const who = useRecipients(to);
  return (
    <button type="button" className="shell-mailbox-line" aria-pressed={chosen} onClick={onChoose}>
      <span className="shell-mailbox-who">{who}</span>
      <time className="shell-soft" dateTime={at}>
        {times[language].format(new Date(at))}
      </time>
      <span className="shell-mailbox-subject">{subject}</span>
    </button>
  );
}

/** By their names, where the address is of somebody here. */
function useRecipients(to: readonly string[]): string {
  const { language } = useLanguage();
  const people = useStore(({ snapshot }) => snapshot?.people ?? nobody);
  return to
    .map((address) => {
      const person = people.find(({ email }) => email === address);
      return person === undefined ? address : `${nameOf(person, language)} <${address}>`;
    })
    .join(', ');
}

function Opened({ id }: { readonly id: string }) {
  const words = useWords(shellWords).mailbox;
  const [mail, setMail] = useState<OpenedMail | null>(null);
  const [asText, setAsText] = useState(false);
  useEffect(() => {
    let wanted = true;
    void openedMail(id).then((opened) => {
      if (wanted) setMail(opened);
    });
    return () => {
      wanted = false;
    };
  }, [id]);
  if (mail === null) return <div className="shell-mailbox-mail" />;
  const { html, text, links, attachments, subject } = mail;
  return (
    <article className="shell-mailbox-mail" aria-label={subject}>
      <h3>{subject}</h3>
      <Recipients to={mail.to} />
      {html !== null && (
        <button type="button" className="shell-button" aria-pressed={asText} onClick={() => setAsText(!asText)}>
          {asText ? words.asHtml : words.asText}
        </button>
      )}
      {html === null || asText ? (
        <pre className="shell-mailbox-text">{text}</pre>
      ) : (
        // Without any permission: it runs nothing, and opens nothing.
        <iframe className="shell-mailbox-html" title={words.content} sandbox="" srcDoc={html} />
      )}
      {attachments.length > 0 && <p>{words.attachments(attachments)}</p>}
      {links.length > 0 && (
        <ul className="shell-mailbox-links" aria-label={words.links}>
          {links.map((link) => (
            <li key={link}>
              <a href={link} target="_blank" rel="noreferrer">
                {link}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Recipients({ to }: { readonly to: readonly string[] }) {
  return <p className="shell-soft">{useRecipients(to)}</p>;
}
