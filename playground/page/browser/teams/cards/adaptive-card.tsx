/** An Adaptive Card in the page: drawn once, so that what was typed stays, and pressed one button at a time. */
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { TeamsPlaceOfCard } from '../../../command.js';
import type { ClientSessionId, Json } from '../../../protocol.js';
import { carryOutOnTeams } from '../../connection.js';
import { useWords } from '../../language.js';
import { isOpenable } from '../fields.js';
import { Trouble } from '../trouble.js';
import { useCommand } from '../use-command.js';
import { teamsWords } from '../words.js';
import { type CardDrawn, drawCard } from './draw-card.js';
import { showFirstError } from './first-error.js';
import { SearchField } from './search-field.js';

interface AdaptiveCardProps {
  readonly clientSession: ClientSessionId;
  readonly card: Json;
  readonly place: TeamsPlaceOfCard;
  /** Whether what the card marks as wrong is read out when it appears. */
  readonly alarms?: boolean;
}

/** Where a button was pressed, until the bot has drawn another card there: what is wrong in that one must be seen. */
const pressed = new Set<string>();

/** What is drawn there later is no answer to it. */
const patienceMilliseconds = 5_000;

/** Give it another `key` to have another card drawn: told again, the same card keeps what has been typed into it. */
export function AdaptiveCardView({ clientSession, card, place, alarms = false }: AdaptiveCardProps) {
  const words = useWords(teamsWords);
  const key = `${clientSession} ${JSON.stringify(place)}`;
  const prefix = `${useId()}-`;
  const [first] = useState(card);
  const holder = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<CardDrawn | null>(null);
  const [hiddenErrors, setHiddenErrors] = useState<readonly string[]>([]);
  const { busy, error, run } = useCommand(clientSession);

  const draw = useEffectEvent(() =>
    drawCard(first, {
      prefix,
      words: { unnamedField: words.unnamedField, missingImage: words.missingImage },
      alarms,
      onAct: (pointer, inputs) => press(pointer, inputs),
      onOpen: (address) => {
        if (isOpenable(address)) window.open(address, '_blank', 'noopener,noreferrer');
      },
      onHiddenErrors: setHiddenErrors,
    }),
  );
  const press = useEffectEvent((pointer: string, inputs: Readonly<Record<string, string>>) => {
    setHiddenErrors([]);
    pressed.add(key);
    void run({ do: 'act', place, pointer, inputs }).then(() =>
      setTimeout(() => pressed.delete(key), patienceMilliseconds),
    );
  });

  // Before painting, so that scrolling to the end knows how high the card is.
  useLayoutEffect(() => {
    const made = draw() ?? null;
    const place = holder.current;
    if (made) place?.replaceChildren(made.element);
    setDrawn(made);
    return () => place?.replaceChildren();
  }, []);
  useEffect(() => {
    if (drawn === null) return;
    drawn.mend();
    if (pressed.delete(key)) showFirstError(drawn.element);
  }, [drawn, key]);

  async function search(input: string, typed: string) {
    const inputs = drawn?.inputs() ?? {};
    const done = await carryOutOnTeams(clientSession, { do: 'search', place, input, typed, inputs });
    return (done.options ?? []).map(({ label, value }) => ({ title: label, value }));
  }

  return (
    // A form, for radio buttons of two cards to be apart; it is never submitted itself.
    <form className="teams-card" aria-busy={busy} noValidate onSubmit={(event) => event.preventDefault()}>
      <div className="teams-card-content" ref={holder} />
      {busy && (
        <output className="teams-card-busy">
          <span className="teams-hidden">{words.working}</span>
        </output>
      )}
      {hiddenErrors.length > 0 && (
        <p className="teams-trouble" role="alert">
          {hiddenErrors.join(' / ')}
        </p>
      )}
      <Trouble error={error} />
      {drawn?.searches.map((port) =>
        createPortal(<SearchField port={port} ask={(typed) => search(port.id, typed)} />, port.place, port.id),
      )}
    </form>
  );
}
