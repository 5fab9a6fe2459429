/** The interpreter without a language model: it reads what the person may speak of, and understands by words and examples. */
import { setTimeout } from 'node:timers/promises';
import { readNamedTypes } from '../../programme/deliverables/queries.js';
import { readNamesIn } from '../../programme/members/named/read-names.js';
import { readColleagues } from '../../programme/members/queries.js';
import { everyRole } from '../../programme/members/roles.js';
import type { Action } from '../../programme/requests/action.js';
import { authoriseOwn, mayTry } from '../../programme/requests/authorise.js';
import type { Interpreter } from '../../programme/requests/interpreter.js';
import { readLastShown } from '../../programme/requests/last-shown.sql.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import type { Actions } from '../../programme/requests/registry.js';
import { readNamedSessions } from '../../programme/sessions/queries.js';
import { answeredByKnowledge } from './answered-by-knowledge.js';
import type { Classifier } from './rank/classifier.js';
import { understandingBy } from './understand.js';

/** @param learn what is learnt from the examples, once and when it is first needed; without it, words that name nothing get the help alone */
export function interpreterByRules(
  actions: Actions,
  learn: (actions: Actions) => Promise<Classifier> = async () => nothingLearnt,
): Interpreter {
  let learnt: Promise<Classifier> | null = null;
  const learning = () => {
    learnt ??= learn(actions);
    return learnt;
  };
  const { understand } = understandingBy([...actions.values()], async () => await withinPatience(learning()));
  const interpret: Interpreter['interpret'] = async (services, account, text) => {
    const { person } = account;
    const own = person === null ? null : authoriseOwn(everyRole, person);
    const membership = own === null || isRefusal(own) ? null : own;
    const said = await understand(text, {
      may: (action: Action) => mayTry(action, person),
      role: membership?.role ?? 'participant',
      now: services.clock.now(),
      shown: async () =>
        person === null
          ? null
          : await readLastShown(
              services.database,
              { accountId: account.id, personId: person.id },
              services.clock.now(),
            ),
      visible: async () => {
        if (person === null || membership === null) return null;
        const member = { ...membership, personId: person.id };
        const { database } = services;
        const [sessions, colleagues, named, terms] = await Promise.all([
          readNamedSessions(database, member),
          readColleagues(database, member),
          readNamesIn(database, member, text),
          readNamedTypes(database, member.programmeId),
        ]);
        return { sessions, company: { colleagues, self: person }, names: { ...named, ...terms } };
      },
    });
    const answered =
      person === null || membership === null
        ? said
        : await answeredByKnowledge(services, { person, membership }, text, said);
    const { likely, by, ...understood } = answered;
    services.explain?.({ by, likely });
    return understood;
  };
  return {
    prepare: async () => {
      await learning();
    },
    interpret,
    concernIn: async (services, account, text) => {
      const { action, input } = await interpret(services, account, text);
      return input.concern === true ? { action, input } : null;
    },
  };
}

const nothingLearnt: Classifier = { classify: () => [] };

/** In milliseconds. Slack asks for an answer within three seconds; until all is learnt, words mean what they name. */
const PATIENCE = 1_000;

async function withinPatience(learning: Promise<Classifier>): Promise<Classifier> {
  const waiting = new AbortController();
  const impatient = setTimeout(PATIENCE, nothingLearnt, { signal: waiting.signal });
  try {
    return await Promise.race([learning, impatient]);
  } finally {
    impatient.catch(() => {});
    waiting.abort();
  }
}
