/** Files on their way into a message: handed in one by one, shown until they are sent. */
import { useRef, useState } from 'react';
import { handIn } from '../connection.js';
import { useWords } from '../language.js';
import { CloseIcon, FileIcon } from './icons.js';
import { sizeOf } from './times.js';
import { teamsWords } from './words.js';

interface AttachedFile {
  readonly number: number;
  readonly name: string;
  readonly bytes: number;
  /** What a command calls it; undefined until it has been handed in, null where it was not taken. */
  readonly id: string | null | undefined;
}

export interface AttachedFilesState {
  readonly all: readonly AttachedFile[];
  readonly ready: readonly string[];
  readonly waiting: boolean;
  add(files: readonly File[]): void;
  remove(number: number): void;
  clear(): void;
}

/** A message takes so many. */
const most = 10;

export function useAttachedFiles(): AttachedFilesState {
  const [all, setAll] = useState<readonly AttachedFile[]>([]);
  const counted = useRef(0);
  return {
    all,
    ready: all.flatMap(({ id }) => id ?? []),
    waiting: all.some(({ id }) => id === undefined),
    add(files) {
      for (const file of files.slice(0, most - all.length)) {
        counted.current += 1;
        const number = counted.current;
        setAll((before) => [...before, { number, name: file.name, bytes: file.size, id: undefined }]);
        void handIn(file).then((id) => {
          setAll((before) => before.map((one) => (one.number === number ? { ...one, id } : one)));
        });
      }
    },
    remove: (number) => setAll((before) => before.filter((one) => one.number !== number)),
    clear: () => setAll([]),
  };
}

export function AttachedFiles({ files: { all, remove } }: { readonly files: AttachedFilesState }) {
  const words = useWords(teamsWords);
  if (all.length === 0) return null;
  return (
    <ul className="teams-attached" aria-label={words.attached}>
      {all.map(({ number, name, bytes, id }) => (
        <li key={number} className="teams-file" aria-busy={id === undefined}>
          <FileIcon />
          <span className="teams-file-name">{name}</span>
          <span className="teams-file-size">{sizeOf(bytes)}</span>
          <button className="teams-tool" type="button" aria-label={words.detach(name)} onClick={() => remove(number)}>
            <CloseIcon size={16} />
          </button>
          {id === null && (
            <p className="teams-trouble" role="alert">
              {words.notTaken(name)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
