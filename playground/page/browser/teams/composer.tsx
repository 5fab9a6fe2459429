/** Where one writes: Enter sends, Shift+Enter breaks the line, and a half-typed Japanese word is never sent. */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Done } from '../../command.js';
import { useWords } from '../language.js';
import { useFileDrop } from '../shell/use-file-drop.js';
import { AttachedFiles, useAttachedFiles } from './attach-files.js';
import { ClipIcon, MentionIcon, SendIcon } from './icons.js';
import { Trouble } from './trouble.js';
import { teamsWords } from './words.js';

interface ComposerProps {
  readonly label: string;
  readonly placeholder: string;
  /** In a channel: who can be mentioned. */
  readonly bot: string | null;
  readonly canAttach: boolean;
  readonly focused?: boolean;
  readonly onSay: (text: string, files: readonly string[]) => Promise<Done>;
  readonly onCancel?: () => void;
}

/** Wherever in a post the bot is mentioned, it is told; the playground reads a mention at the beginning. */
function mentionFirst(text: string, mention: string | null): string {
  if (mention === null || text.startsWith(mention) || !text.includes(mention)) return text;
  return `${mention} ${text.replace(mention, '').replace(/ {2,}/g, ' ').trim()}`;
}

/** `@` and the beginning of a name, just before the caret. */
const beginning = /(?:^|\s)@([^@\n]{0,40})$/;

export function Composer({ label, placeholder, bot, canAttach, focused = false, onSay, onCancel }: ComposerProps) {
  const words = useWords(teamsWords);
  const id = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<Done['error']>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const files = useAttachedFiles();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const dropping = useFileDrop({ box: whole, around: true, takes: canAttach, add: files.add });
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const mention = bot === null ? null : `@${bot}`;
  const offers = bot !== null && typed !== null && bot.toLowerCase().startsWith(typed.toLowerCase());
  const untold = mention !== null && text.trim() !== '' && !text.includes(mention);
  const empty = text.trim() === '' && files.ready.length === 0;

  function insertMention(): void {
    const element = field.current;
    if (!element || mention === null) return;
    const caret = element.selectionStart;
    const before = text.slice(0, caret).replace(typed === null ? /$/ : /@[^@\n]*$/, '');
    const spaced = before === '' || /\s$/.test(before) ? before : `${before} `;
    setText(`${spaced}${mention} ${text.slice(caret)}`);
    setTyped(null);
    element.focus();
    const after = spaced.length + mention.length + 1;
    requestAnimationFrame(() => element.setSelectionRange(after, after));
  }

  async function send(): Promise<void> {
    if (empty || files.waiting) return;
    const said = { text, files: files.ready };
    setText('');
    setTyped(null);
    setError(null);
    files.clear();
    const done = await onSay(mentionFirst(said.text.trim(), mention), said.files);
    setError(done.error);
    // Nothing has been sent: what was written is not lost.
    if (done.error !== null && done.status === 0) setText((now) => (now === '' ? said.text : now));
  }

  function onKeyDown(event: KeyboardEvent): void {
    // 229: browsers that report the Enter of a conversion only after it has ended.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && offers) {
      event.stopPropagation();
      setTyped(null);
    } else if (event.key === 'Escape' && onCancel) {
      onCancel();
    } else if (offers && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      insertMention();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div ref={whole} className="teams-composer" data-dropping={dropping ? '' : undefined}>
      {offers && (
        <div className="teams-options teams-mentions" id={`${id}-mentions`} role="listbox" aria-label={words.mentions}>
          <div
            id={`${id}-mention`}
            role="option"
            aria-selected="true"
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault();
              insertMention();
            }}
          >
            {bot}
          </div>
        </div>
      )}
      <AttachedFiles files={files} />
      <div className="teams-composer-box">
        <textarea
          ref={field}
          data-composer=""
          rows={1}
          aria-label={label}
          aria-describedby={untold ? `${id}-untold` : undefined}
          aria-controls={offers ? `${id}-mentions` : undefined}
          aria-activedescendant={offers ? `${id}-mention` : undefined}
          placeholder={placeholder}
          maxLength={28_000}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const found = beginning.exec(target.value.slice(0, target.selectionStart));
            setTyped(bot === null ? null : (found?.[1] ?? null));
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setTyped(null)}
        />
        <div className="teams-composer-tools">
          {canAttach && (
            <>
              <input
                ref={picker}
                type="file"
                multiple
                hidden
                onChange={({ target }) => {
                  files.add([...(target.files ?? [])]);
                  target.value = '';
                }}
              />
              <button
                className="teams-tool"
                type="button"
                aria-label={words.attach}
                title={words.attach}
                onClick={() => picker.current?.click()}
              >
                <ClipIcon />
              </button>
            </>
          )}
          {bot !== null && (
            <button
              className="teams-tool"
              type="button"
              aria-label={words.mention(bot)}
              title={words.mention(bot)}
              onClick={insertMention}
            >
              <MentionIcon />
            </button>
          )}
          {onCancel && (
            <button className="teams-link" type="button" onClick={onCancel}>
              {words.cancel}
            </button>
          )}
          <button
            className="teams-tool teams-send"
            type="button"
            aria-label={words.send}
            title={words.send}
            aria-disabled={empty || files.waiting}
            onClick={() => void send()}
          >
            <SendIcon />
          </button>
        </div>
      </div>
      {untold && bot !== null && (
        <p className="teams-note" id={`${id}-untold`}>
          {words.notTold(bot)}
        </p>
      )}
      <Trouble error={error} />
    </div>
  );
}
