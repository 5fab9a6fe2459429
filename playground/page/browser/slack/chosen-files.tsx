/** Files that a message will take along: handed in when they are chosen, named when it is sent. */
import { type ReactNode, useRef, useState } from 'react';
import { handIn } from '../connection.js';
import { useWords } from '../language.js';
import { CrossIcon, FileIcon } from './icons.js';
import { useBusy, usePane } from './pane-context.js';
import { slackWords } from './words.js';

export interface Chosen {
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly busy: boolean;
  readonly choose: () => void;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  /** Has to stand somewhere in the page. */
  readonly input: ReactNode;
}

export function useChosenFiles(): Chosen {
  const { say } = usePane();
  const words = useWords(slackWords);
  const [files, setFiles] = useState<Chosen['files']>([]);
  const [busy, run] = useBusy();
  const input = useRef<HTMLInputElement>(null);
  const add = (given: readonly File[]) => {
    if (given.length === 0) return;
    void run(async () => {
      for (const file of given) {
        const id = await handIn(file);
        if (id === null) say({ ja: slackWords.ja.notTaken(file.name), en: slackWords.en.notTaken(file.name) });
        else setFiles((before) => [...before, { id, name: file.name }]);
      }
    });
  };
  return {
    files,
    busy,
    add,
    choose: () => input.current?.click(),
    remove: (id) => setFiles((before) => before.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
    input: (
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.attach}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    ),
  };
}

export function ChosenFiles({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords(slackWords);
  return (
    <>
      {chosen.input}
      {(chosen.files.length > 0 || chosen.busy) && (
        <ul className="slack-file-chips">
          {chosen.files.map(({ id, name }) => (
            <li key={id} className="slack-file-chip">
              <FileIcon />
              <span>{name}</span>
              <button
                type="button"
                className="slack-icon-button"
                aria-label={words.removeFile(name)}
                onClick={() => chosen.remove(id)}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
          {chosen.busy && <li className="slack-file-chip">{words.uploading}</li>}
        </ul>
      )}
    </>
  );
}
