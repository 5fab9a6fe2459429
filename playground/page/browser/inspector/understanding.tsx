/** How the app understood what people wrote, and why; and the switch between doing so with a language model and without. */
import './understanding.css';
import { memo, type ReactNode, useState } from 'react';
import type { Done } from '../../command.js';
import type { PagePerson } from '../../protocol.js';
import type { PossibleMeaning, UnderstoodLine, UnderstoodSentence } from '../../understood.js';
import { carryOut } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { nameOf } from '../shell/people.js';
import { useStore } from '../store.js';
import { CommandProblem } from './command-button.js';
import { SwitchRow } from './switch-row.js';
import { dayAndTimeOf } from './time.js';
import { inspectorWords } from './words.js';

const step = 20;

export function Understanding() {
  const all = useWords(inspectorWords);
  const words = all.understanding;
  const on = useStore(({ withModel }) => withModel);
  const lines = useStore(({ understood }) => understood);
  const people = useStore(({ snapshot }) => snapshot?.people);
  const [done, setDone] = useState<Done | null>(null);
  const [shown, setShown] = useState(step);
  return (
    <>
      <section className="inspector-card">
        <SwitchRow
          on={on}
          word={words.model}
          see={words.modelSee}
          onSwitch={() => void carryOut({ withModel: !on }).then(setDone)}
        />
        <CommandProblem done={done} />
      </section>
      <p className="inspector-lead">{words.lead}</p>
      {lines.length === 0 && <p className="inspector-empty">{words.empty}</p>}
      <ol className="inspector-sentences">
        {lines
          .slice(-shown)
          .reverse()
          .map((line) => (
            <Sentence
              key={line.number}
              line={line}
              person={people?.find(({ personId }) => personId === line.personId) ?? null}
            />
          ))}
      </ol>
      {lines.length > shown && (
        <button type="button" className="inspector-button inspector-more" onClick={() => setShown(shown + step)}>
          {all.timeline.showEarlier(Math.min(step, lines.length - shown))}
        </button>
      )}
    </>
  );
}

interface SentenceProps {
  readonly line: UnderstoodLine;
  /** Null for somebody whom the page does not know. */
  readonly person: PagePerson | null;
}

const Sentence = memo(function Sentence({ line: { at, sentence }, person }: SentenceProps) {
  const words = useWords(inspectorWords).understanding;
  const { language } = useLanguage();
  return (
    <li className="inspector-card">
      <p className="inspector-muted">
        <time dateTime={at}>{dayAndTimeOf(at, language)}</time> · {person ? nameOf(person, language) : words.somebody}
      </p>
      {sentence === null ? <p>{words.concern}</p> : <Meaning sentence={sentence} />}
    </li>
  );
});

function Meaning({ sentence }: { readonly sentence: UnderstoodSentence }) {
  const words = useWords(inspectorWords).understanding;
  const { outcome, by, meaning, fields, others } = sentence;
  const isAsked = outcome === 'asked which' || outcome === 'guessed';
  return (
    <>
      <h3 className="inspector-said">{words.said(sentence.words)}</h3>
      <dl className="inspector-meaning-parts">
        <Part term={words.outcome}>
          {outcome === 'understood' ? <Named meaning={meaning} /> : unsettled(outcome, by, words)}
        </Part>
        {outcome === 'understood' && fields.length > 0 && (
          <Part term={words.fields}>
            <ul>
              {fields.map(({ name, value }) => (
                <li key={name}>
                  <code className="inspector-code">{name}</code> {value}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {outcome === 'understood' && <Part term={words.confidence}>{sureness(sentence, words)}</Part>}
        {others.length > 0 && (
          <Part term={isAsked ? words.choices : words.others}>
            <ul>
              {others.map((other) => (
                <li key={other.action ?? other.title.en}>
                  <Named meaning={other} /> {other.confidence !== null && words.share(other.confidence)}
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part term={words.why}>
          <Why sentence={sentence} />
        </Part>
      </dl>
    </>
  );
}

function Part({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Named({ meaning: { title, action } }: { readonly meaning: PossibleMeaning }) {
  const { language } = useLanguage();
  return (
    <>
      {title[language]} {action !== null && <code className="inspector-code">{action}</code>}
    </>
  );
}

type UnderstandingWords = (typeof inspectorWords)['ja']['understanding'];

/** A language model that guesses has chosen, but nothing is done of it unseen. */
function unsettled(
  outcome: Exclude<UnderstoodSentence['outcome'], 'understood'>,
  by: UnderstoodSentence['by'],
  words: UnderstandingWords,
): string {
  return outcome === 'guessed' && by === 'model' ? words.offeredFirst : words.outcomes[outcome];
}

function sureness({ meaning: { confidence }, by }: UnderstoodSentence, words: UnderstandingWords): string {
  if (by === 'model') return words.modelDoesNotSay;
  return confidence === null ? words.outright : words.share(confidence);
}

function Why({ sentence: { outcome, by, named, nearest, model } }: { readonly sentence: UnderstoodSentence }) {
  const words = useWords(inspectorWords).understanding;
  const reason = by === 'words' && named !== null ? words.named(named) : words.by[by];
  return (
    <>
      <p>{outcome === 'not understood' && by !== 'model' ? words.nothingFits : reason}</p>
      {nearest !== null && <p>{words.nearest(nearest)}</p>}
      {model !== 'understood' && <p>{words.models[model]}</p>}
    </>
  );
}
