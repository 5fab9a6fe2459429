/** Replies that the bot suggests below its newest message. */
import type { ClientSessionId, TeamsMessage } from '../../protocol.js';
import { useWords } from '../language.js';
import { CardButton } from './cards/card-button.js';
import { textOf } from './fields.js';
import { Trouble } from './trouble.js';
import { useCommand } from './use-command.js';
import { teamsWords } from './words.js';

interface SuggestionsProps {
  readonly clientSession: ClientSessionId;
  readonly message: TeamsMessage;
}

export function Suggestions({ clientSession, message: { conversation, id, suggestedActions } }: SuggestionsProps) {
  const words = useWords(teamsWords);
  const { busy, error, run } = useCommand(clientSession);
  return (
    <section className="teams-suggestions" aria-label={words.suggestions} aria-busy={busy}>
      {suggestedActions.map((button, index) => (
        <CardButton
          key={`${textOf(button.title)} ${textOf(button.value)}`}
          button={button}
          onPress={() => {
            const place = { conversation, message: id, attachment: -1 };
            void run({ do: 'card button', place, pointer: `/suggestedActions/actions/${index}` });
          }}
        />
      ))}
      <Trouble error={error} />
    </section>
  );
}
