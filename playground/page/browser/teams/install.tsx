/** Before the app has been added: the card that adds it. */
import type { SeatId } from '../../protocol.js';
import { useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { Trouble } from './trouble.js';
import { useDeed } from './use-deed.js';
import { teamsWords } from './words.js';

export function AddApp({ seat, bot }: { readonly seat: SeatId; readonly bot: string }) {
  const words = useWords(teamsWords);
  const { busy, error, run } = useDeed(seat);
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
