/** Switches between understanding without a language model and with the scripted one, and keeps how the last sentences were understood, for the page. */
import { type Interpreting, type InterpretingServices, openInterpreting } from '../../app/interpreting.js';
import type { KnownAccount } from '../../programme/members/identify.js';
import { meantBy } from '../../programme/requests/interpret-words.js';
import type { Because, InterpreterServices } from '../../programme/requests/interpreter.js';
import type { ScriptedModel } from '../model/start-model.js';
import type { UnderstandingShown } from '../page/host.js';
import type { UnderstoodLine } from '../page/understood.js';
import { describeUnderstood, type Understood } from './describe-understood.js';

export interface SwitchedUnderstanding extends UnderstandingShown {
  /** For the assistant that is opened with it. */
  open(services: InterpretingServices): Promise<Interpreting>;
  close(): Promise<void>;
}

/** As many sentences as are kept. */
const KEPT = 100;

/** Nobody pays for the scripted model. */
const CALLS_PER_DAY = 100_000;
const TOKENS_PER_DAY = 1_000_000_000;

interface Kept extends Pick<UnderstoodLine, 'number' | 'at' | 'personId'> {
  /** Null where somebody told of a concern: nothing of it is kept. */
  readonly understood: Understood | null;
}

/** Without a model at first. The model and the library that asks it are there only once they are switched on. */
export function openUnderstanding(): SwitchedUnderstanding {
  const sentences = openSentences();
  let services: InterpretingServices | null = null;
  let model: Promise<OpenedModel> | null = null;
  /** The one in use; null: without a model. */
  let asking: Interpreting | null = null;
  /** How the switch was set last: it may be set back while the model is being opened. */
  let wanted = false;

  return {
    async open(opened) {
      services = opened;
      const { interpreter: rules } = await openInterpreting(null, opened);
      return {
        interpreter: {
          ...rules,
          async interpret(given, account, text) {
            const used = asking;
            const reasons: Because[] = [];
            const explain = (because: Because) => void reasons.push(because);
            const { interpreter } = used ?? { interpreter: rules };
            const said = await interpreter.interpret({ ...given, explain }, account, text);
            const meant = meantBy(given, account, said);
            const isConcern = meant.input.concern === true || (await tellsOfConcern(rules, given, account, meant));
            const understood = { words: text, meant, ...reasonsOf(reasons, used !== null) };
            sentences.keep(given.clock.now(), account, isConcern ? null : understood);
            return said;
          },
        },
        writeAnswer: async (asked) => (await asking?.writeAnswer?.(asked)) ?? null,
      };
    },
    isWithModel: () => asking !== null,
    async setModel(on) {
      wanted = on;
      if (on && services !== null) model ??= openModel(services);
      const opened = on ? await model : null;
      if (wanted === on) asking = opened?.asking ?? null;
      sentences.changed();
    },
    since: (number) =>
      sentences.since(number).map(({ understood, ...line }) => ({
        ...line,
        sentence: understood === null || services === null ? null : describeUnderstood(services.actions, understood),
      })),
    onChange: sentences.onChange,
    async close() {
      await (await model)?.server.close();
    },
  };
}

interface OpenedModel {
  readonly server: ScriptedModel;
  readonly asking: Interpreting;
}

async function openModel(services: InterpretingServices): Promise<OpenedModel> {
  const { startModel } = await import('../model/start-model.js');
  const server = await startModel();
  const { url: baseUrl, name } = server;
  const settings = { baseUrl, model: name, callsPerDay: CALLS_PER_DAY, tokensPerDay: TOKENS_PER_DAY };
  return { server, asking: await openInterpreting(settings, services) };
}

/** The last sentences, and who is to be called back when there is another. */
function openSentences() {
  let kept: readonly Kept[] = [];
  let count = 0;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    changed,
    keep(at: Date, { person }: KnownAccount, understood: Understood | null): void {
      count += 1;
      const line = { number: count, at: at.toISOString(), personId: person?.id ?? null, understood };
      kept = [...kept, line].slice(-KEPT);
      changed();
    },
    since: (number: number) => kept.filter((line) => line.number > number),
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A question to be looked up may tell of one, which is found out only after it was understood. */
async function tellsOfConcern(
  rules: Interpreting['interpreter'],
  services: InterpreterServices,
  account: KnownAccount,
  { action: name, input }: Understood['meant'],
): Promise<boolean> {
  const field = services.actions.get(name)?.freeWords ?? null;
  const words = field === null ? undefined : input[field];
  if (typeof words !== 'string' || words === '' || rules.concernIn === undefined) return false;
  return (await rules.concernIn(services, account, words)) !== null;
}

function reasonsOf(reasons: readonly Because[], withModel: boolean): Pick<Understood, 'because' | 'model'> {
  const because = reasons.find((one) => 'by' in one) ?? null;
  const asked = reasons.find((one) => 'model' in one) ?? null;
  return { because, model: asked?.model ?? (withModel ? null : 'off') };
}
