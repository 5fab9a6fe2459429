/** Asks before something weighty, as Block Kit's confirm object says. */
import { useId } from 'react';
import { useWords } from '../language.js';
import { TextObject } from './blocks/drawn.js';
import { DialogFrame } from './dialog-frame.js';
import { plainWords } from './json.js';
import type { Question } from './pane-context.js';
import { slackWords } from './words.js';

export function ConfirmDialog({ question: { confirm, answer } }: { readonly question: Question }) {
  const words = useWords(slackWords);
  const id = useId();
  return (
    <DialogFrame role="alertdialog" labelledBy={`${id}title`} className="slack-confirm" onEscape={() => answer(false)}>
      <header className="slack-dialog-head">
        <h2 id={`${id}title`}>{plainWords(confirm.title)}</h2>
      </header>
      <div className="slack-dialog-body">
        <TextObject text={confirm.text} />
      </div>
      <footer className="slack-dialog-foot">
        <button type="button" className="slack-button" onClick={() => answer(false)}>
          {plainWords(confirm.deny) || words.deny}
        </button>
        <button
          type="button"
          data-autofocus
          className={`slack-button slack-button-${confirm.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {plainWords(confirm.confirm) || words.confirm}
        </button>
      </footer>
    </DialogFrame>
  );
}
