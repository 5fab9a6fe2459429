/** The file input of a form: files are handed in when they are chosen and named when the form is told. */
import { useRef } from 'react';
import { handIn } from '../../connection.js';
import { useWords } from '../../language.js';
import { CrossIcon, FileIcon } from '../icons.js';
import { asNumber } from '../json.js';
import { useBusy, usePane } from '../pane-context.js';
import { useInput } from '../surface.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';
import { attributesOf, type Field } from './field.js';

export function FileInput({ placed, field }: { readonly placed: Placed; readonly field: Field }) {
  const words = useWords(slackWords);
  const { say } = usePane();
  const [busy, run] = useBusy();
  const { value, labels, enter } = useInput(placed);
  const chooser = useRef<HTMLInputElement>(null);
  const { element } = placed;
  const ids = Array.isArray(value) ? value.map(String) : [];
  const most = asNumber(element.max_files) ?? 10;
  const types = Array.isArray(element.filetypes) ? element.filetypes.map(String) : [];
  const take = async (files: readonly File[]) => {
    const names: Record<string, string> = {};
    for (const file of files) {
      const id = await handIn(file);
      if (id === null) say({ ja: slackWords.ja.notTaken(file.name), en: slackWords.en.notTaken(file.name) });
      else names[id] = file.name;
    }
    const taken = Object.keys(names);
    // One place is taken anew; of several, what no longer fits is left out.
    const after = most === 1 ? taken.slice(0, 1) : [...ids, ...taken].slice(0, most);
    if (taken.length > 0) await enter(after, names);
  };
  return (
    <div className="slack-file-input">
      {ids.length > 0 && (
        <ul className="slack-file-chips">
          {ids.map((id) => (
            <li key={id} className="slack-file-chip">
              <FileIcon />
              <span>{labels[id] ?? id}</span>
              <button
                type="button"
                className="slack-icon-button"
                aria-label={words.removeFile(labels[id] ?? id)}
                onClick={() => run(() => enter(ids.filter((one) => one !== id)))}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        {...attributesOf(field)}
        ref={chooser}
        className="slack-file-chooser"
        type="file"
        multiple={most > 1}
        accept={types.map((type) => `.${type}`).join(',')}
        disabled={busy}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void run(() => take(files));
        }}
      />
      <button
        type="button"
        className={`slack-button${busy ? ' slack-busy' : ''}`}
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => chooser.current?.click()}
      >
        {busy ? words.uploading : words.chooseFile}
      </button>
      {types.length > 0 && <span className="slack-hint">{words.fileTypes(types.join(', '))}</span>}
    </div>
  );
}
