/** The switches for trouble on either platform, each with what one will see. */
import './troubles.css';
import { useId, useState } from 'react';
import type { Done } from '../../command.js';
import { type Platform, type TroubleKind, troubleKinds } from '../../protocol.js';
import { carryOut } from '../connection.js';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { CommandButton, CommandProblem } from './command-button.js';
import { calledIn, useNames } from './names.js';
import { PlatformBadge } from './platform-badge.js';
import { SwitchRow } from './switch-row.js';
import { inspectorWords } from './words.js';

const outgoing = troubleKinds.filter((kind) => kind !== 'every request twice');

export function Troubles() {
  const words = useWords(inspectorWords).troubles;
  return (
    <>
      <p className="inspector-lead">{words.lead}</p>
      <div className="inspector-platforms">
        <PlatformTroubles platform="slack" />
        <PlatformTroubles platform="teams" />
      </div>
    </>
  );
}

function PlatformTroubles({ platform }: { readonly platform: Platform }) {
  const all = useWords(inspectorWords);
  const words = all.troubles;
  const [done, setDone] = useState<Done | null>(null);
  const id = useId();
  const switchOf = (kind: TroubleKind) => <Switch key={kind} platform={platform} kind={kind} onDone={setDone} />;
  return (
    <section className="inspector-card" aria-labelledby={id}>
      <h3 id={id}>
        <PlatformBadge platform={platform} />
      </h3>
      <h4>{words.outgoing}</h4>
      <p className="inspector-hint">{words.oneAtATime}</p>
      <ul className="inspector-switches">{outgoing.map(switchOf)}</ul>
      <h4>{words.incoming}</h4>
      <ul className="inspector-switches">{switchOf('every request twice')}</ul>
      <h4>{words.again}</h4>
      <p className="inspector-hint">{words.againLead}</p>
      <div className="inspector-buttons">
        {([false, true] as const).map((anew) => {
          const word = anew ? words.newId : words.sameId;
          return (
            <CommandButton
              key={word}
              command={{ redeliver: platform, anew }}
              onDone={setDone}
              label={`${word} (${all.platforms[platform]})`}
            >
              {word}
            </CommandButton>
          );
        })}
      </div>
      <CommandProblem done={done} />
      <Redelivered done={done} />
    </section>
  );
}

/** What was sent again, in the words of its line in the timeline, and how the bot took it. */
function Redelivered({ done }: { readonly done: Done | null }) {
  const words = useWords(inspectorWords).troubles;
  const names = useNames();
  const redelivered = done?.redelivered;
  const name = redelivered && calledIn(names, redelivered.who);
  const answered = done !== null && done.error === null && done.status > 0;
  return (
    <p role="status" className={answered ? 'inspector-done inspector-good-text' : 'inspector-done'}>
      {redelivered && (
        <>
          {words.sentAgain} {name && `${name} · `}
          <code>{redelivered.what}</code>
        </>
      )}
      {redelivered && answered && ' · '}
      {answered && words.answered(done.status, done.milliseconds)}
    </p>
  );
}

interface SwitchProps {
  readonly platform: Platform;
  readonly kind: TroubleKind;
  readonly onDone: (done: Done) => void;
}

function Switch({ platform, kind, onDone }: SwitchProps) {
  const words = useWords(inspectorWords).troubles;
  const on = useStore(({ troubles }) => troubles.some((one) => one.platform === platform && one.kind === kind));
  const { word, see } = words.kinds[kind];
  return (
    <li>
      <SwitchRow
        on={on}
        word={word}
        see={see}
        troubles
        onSwitch={() => void carryOut({ trouble: { platform, kind, on: !on } }).then(onDone)}
      />
    </li>
  );
}
