/** The files of a message, each with the way to have it. */
import { memo } from 'react';
import type { PageFile } from '../../protocol.js';
import { useWords } from '../language.js';
import { DownloadIcon, FileIcon } from './icons.js';
import { slackWords } from './words.js';

export const Files = memo(function Files({ files }: { readonly files: readonly PageFile[] }) {
  const words = useWords(slackWords);
  if (files.length === 0) return null;
  return (
    <ul className="slack-files">
      {files.map((file) => (
        <li key={file.href}>
          <a className="slack-file" href={file.href} download={file.name}>
            <span className="slack-file-icon">
              <FileIcon />
            </span>
            <span className="slack-file-words">
              <span className="slack-file-name">{file.name}</span>
              <span className="slack-file-size">
                {endingOf(file.name)} {sizeOf(file.bytes)}
              </span>
            </span>
            <span className="slack-hidden">{words.download}</span>
            <DownloadIcon />
          </a>
        </li>
      ))}
    </ul>
  );
});

function endingOf(name: string): string {
  return name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : '';
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
