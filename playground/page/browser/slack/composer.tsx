/** Where messages and slash commands are written. Enter sends, unless an input method is converting. */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { SlackCommand } from '../../command.js';
import { useWords } from '../language.js';
import { useFileDrop } from '../shell/use-file-drop.js';
import { ChosenFiles, useChosenFiles } from './chosen-files.js';
import { type Completion, completionsFor, isCommand } from './completion.js';
import { CompletionList } from './completion-list.js';
import { CrossIcon, LightningIcon, PlusIcon, SendIcon } from './icons.js';
import { Menu } from './menu.js';
import { usePane } from './pane-context.js';
import { slackWords } from './words.js';

/** What was being written where, so that looking elsewhere does not lose it. */
const kept = new Map<string, string>();

export function Composer({
  conversation,
  channel = false,
  thread,
  label,
  onClose,
}: {
  readonly conversation: string;
  /** Whether others read it too, so that the bot must be named to hear it. */
  readonly channel?: boolean;
  readonly thread?: string | undefined;
  readonly label: string;
  /** Closes a reply box. */
  readonly onClose?: (() => void) | undefined;
}) {
  const words = useWords(slackWords);
  const { clientSession, bot, snapshot, carryOutOrSay } = usePane();
  const id = useId();
  const keptAs = `${clientSession}|${conversation}|${thread ?? ''}`;
  const [text, setText] = useState(kept.get(keptAs) ?? '');
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const chosen = useChosenFiles();
  const commands = thread === undefined ? snapshot.commands : [];
  const offered = dismissed === text ? [] : completionsFor(text, caret, { commands, bot, channel });
  const at = Math.min(active, offered.length - 1);

  const write = (after: string) => {
    setText(after);
    setActive(0);
    setDismissed(null);
    if (after === '') kept.delete(keptAs);
    else kept.set(keptAs, after);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is as high as what is written in it.
  useLayoutEffect(() => {
    const drawn = area.current;
    if (drawn === null) return;
    drawn.style.height = 'auto';
    drawn.style.height = `${Math.min(drawn.scrollHeight, 180)}px`;
  }, [text]);
  const isReply = onClose !== undefined;
  const dropping = useFileDrop({ box, around: !isReply, takes: true, add: chosen.add });
  useEffect(() => {
    if (isReply) area.current?.focus();
  }, [isReply]);

  const take = (completion: Completion) => {
    write(completion.text);
    setCaret(completion.text.length);
    area.current?.focus();
  };
  const canSend = (text.trim() !== '' || chosen.files.length > 0) && !chosen.busy;
  const send = async () => {
    if (!canSend) return;
    const files = chosen.files.map((file) => file.id);
    const command: SlackCommand =
      thread === undefined && files.length === 0 && isCommand(text)
        ? { do: 'slash command', conversation, line: text.trim() }
        : {
            do: 'say',
            conversation,
            text,
            ...(thread === undefined ? {} : { thread }),
            ...(files.length > 0 ? { files } : {}),
          };
    write('');
    chosen.clear();
    const done = await carryOutOrSay(command);
    // Nothing was sent: what was written must not be lost, unless something else is being written by now.
    if (done.error !== null && done.status === 0 && !kept.has(keptAs)) write(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const completion = offered[at];
    if (completion !== undefined) {
      const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
      const move = moves[event.key];
      if (move !== undefined) {
        event.preventDefault();
        setActive((at + move + offered.length) % offered.length);
        return;
      }
      const finished = completion.text.trim() === text.trim();
      if ((event.key === 'Enter' && !event.shiftKey && !finished) || event.key === 'Tab') {
        event.preventDefault();
        take(completion);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        setDismissed(text);
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && onClose !== undefined) onClose();
  };
  return (
    <div
      ref={box}
      className={`slack-composer${isReply ? ' slack-composer-reply' : ''}`}
      data-dropping={dropping ? '' : undefined}
    >
      <ChosenFiles chosen={chosen} />
      <textarea
        ref={area}
        className="slack-composer-text"
        data-composer={isReply ? undefined : ''}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={label}
        aria-describedby={`${id}hint`}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}list` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}option${at}` : undefined}
        onChange={({ target }) => {
          write(target.value);
          setCaret(target.selectionStart);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onPaste={({ clipboardData }) => chosen.add([...clipboardData.files])}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}hint`} className="slack-hidden">
        {words.commandHint}
      </span>
      {offered.length > 0 && (
        <CompletionList
          id={id}
          anchor={box}
          label={text.startsWith('/') ? words.commands : words.mentions}
          offered={offered}
          active={at}
          onTake={take}
          onDismiss={() => setDismissed(text)}
        />
      )}
      <div className="slack-composer-bar">
        <button
          type="button"
          className="slack-icon-button"
          aria-label={words.attach}
          title={words.attach}
          onClick={chosen.choose}
        >
          <PlusIcon />
        </button>
        {!isReply && (
          <Menu
            above
            label={words.shortcuts}
            icon={<LightningIcon />}
            empty={words.noShortcuts}
            entries={snapshot.shortcuts
              .filter(({ type }) => type !== 'message')
              .map(({ callbackId, name, description }) => ({
                key: callbackId,
                label: name,
                description,
                onChoose: () => void carryOutOrSay({ do: 'shortcut', callbackId }),
              }))}
          />
        )}
        <span className="slack-composer-hint" aria-hidden="true">
          {words.commandHint}
        </span>
        {onClose !== undefined && (
          <button
            type="button"
            className="slack-icon-button"
            aria-label={words.closeReply}
            title={words.closeReply}
            onClick={onClose}
          >
            <CrossIcon />
          </button>
        )}
        <button
          type="button"
          className={`slack-send${canSend ? ' slack-ready' : ''}`}
          aria-label={words.send}
          title={words.send}
          aria-disabled={!canSend}
          onClick={() => void send()}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}
