/** What the bot suggests to write, as buttons above the composer; the bot is told each time the Messages tab is opened. */
import { useEffect } from 'react';
import type { SlackScreen } from '../../protocol.js';
import { usePane } from './pane-context.js';

export function SuggestedPrompts({
  conversation,
  suggested,
}: {
  readonly conversation: string;
  readonly suggested: SlackScreen['prompts'];
}) {
  const { carryOut, carryOutOrSay } = usePane();
  // Nobody asked for it, so that nobody is told where it comes to nothing, as while a scenario is prepared.
  useEffect(() => {
    void carryOut({ do: 'open messages' });
  }, [carryOut]);
  if (suggested === null) return null;
  return (
    <fieldset className="slack-prompts">
      <legend>{suggested.title}</legend>
      {suggested.prompts.map(({ title, message }) => (
        <button
          key={title}
          type="button"
          className="slack-button"
          title={message}
          onClick={() => void carryOutOrSay({ do: 'say', conversation, text: message })}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
