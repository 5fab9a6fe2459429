/** Before the app has been added, for the person or to a team: what adds it. */
import type { ClientSessionId } from '../../protocol.js';
import { useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { Trouble } from './trouble.js';
import { useCommand } from './use-command.js';
import { teamsWords } from './words.js';

export function AddApp({ clientSession, bot }: { readonly clientSession: ClientSessionId; readonly bot: string }) {
  const words = useWords(teamsWords);
  const { busy, error, run } = useCommand(clientSession);
  return (
    <section className="teams-add" aria-busy={busy}>
      <Avatar name={bot} kind="bot" size="large" />
      <h3>{words.addTitle(bot)}</h3>
      <p>{words.addText}</p>
      <button className="teams-button teams-button-primary" type="button" onClick={() => void run({ do: 'install' })}>
        {busy ? words.adding : words.add}
      </button>
      <Trouble error={error} />
    </section>
  );
}

/** In place of the composer of a channel in which nobody can mention the bot yet. */
export function AddAppToTeam({
  clientSession,
  bot,
  conversation,
}: {
  readonly clientSession: ClientSessionId;
  readonly bot: string;
  readonly conversation: string;
}) {
  const words = useWords(teamsWords);
  const { busy, error, run } = useCommand(clientSession);
  return (
    <section className="teams-add-to-team" aria-busy={busy}>
      <p>{words.addToTeamText(bot)}</p>
      <button className="teams-button" type="button" onClick={() => void run({ do: 'install in team', conversation })}>
        {busy ? words.adding : words.addToTeam}
      </button>
      <Trouble error={error} />
    </section>
  );
}
