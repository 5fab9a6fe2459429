/** Files: the card that asks whether the bot may save one, and the one that a file can be fetched from. */
import { useState } from 'react';
import type { TeamsPlaceOfCard } from '../../../command.js';
import type { ClientSessionId, Json, PageFile } from '../../../protocol.js';
import { useWords } from '../../language.js';
import { fieldsOf, textOf } from '../fields.js';
import { DownloadIcon, FileIcon } from '../icons.js';
import { MarkdownText } from '../markdown-text.js';
import { sizeOf } from '../times.js';
import { Trouble } from '../trouble.js';
import { useCommand } from '../use-command.js';
import { teamsWords } from '../words.js';

interface ConsentCardProps {
  readonly clientSession: ClientSessionId;
  readonly attachment: Json;
  readonly place: TeamsPlaceOfCard;
}

export function ConsentCard({ clientSession, attachment, place }: ConsentCardProps) {
  const words = useWords(teamsWords);
  const { busy, error, run } = useCommand(clientSession);
  const [answer, setAnswer] = useState<boolean | null>(null);
  const name = textOf(attachment.name);
  const { description, sizeInBytes } = fieldsOf(attachment.content);
  async function say(accept: boolean): Promise<void> {
    const done = await run({ do: 'consent', place, accept });
    if (done?.error === null) setAnswer(accept);
  }
  return (
    <div className="teams-card teams-consent" aria-busy={busy}>
      <p className="teams-file-line">
        <FileIcon />
        <span className="teams-file-name">{name}</span>
        {typeof sizeInBytes === 'number' && <span className="teams-file-size">{sizeOf(sizeInBytes)}</span>}
      </p>
      <MarkdownText text={textOf(description)} />
      {answer === null ? (
        <>
          <p>{words.fileWaits(name)}</p>
          <div className="teams-buttons">
            <button className="teams-button teams-button-primary" type="button" onClick={() => void say(true)}>
              {words.allow}
            </button>
            <button className="teams-button" type="button" onClick={() => void say(false)}>
              {words.decline}
            </button>
          </div>
        </>
      ) : (
        <output>{answer ? words.allowed : words.declined}</output>
      )}
      <Trouble error={error} />
    </div>
  );
}

export function FileLink({ file }: { readonly file: PageFile }) {
  const words = useWords(teamsWords);
  return (
    <a className="teams-file" href={file.href} download={file.name}>
      <FileIcon />
      <span className="teams-file-name">{file.name}</span>
      <span className="teams-file-size">{sizeOf(file.bytes)}</span>
      <span className="teams-hidden">{words.download}</span>
      <DownloadIcon />
    </a>
  );
}
