/** Lets a company say that it no longer wants to be told of free hours. */
import { z } from 'zod';
import type { Form, Values } from '../../messages/message.js';
import { plain } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { refuseWatch } from './refuse-watch.js';
import { watchTexts } from './texts.js';
import { endWatches } from './turns.js';
import { unwatchRecogniser } from './unwatch-recogniser.js';
import { readWatches, toldOfWatch } from './watch-words.js';

export const unwatchHours = memberAction({
  name: 'consultation.unwatch',
  texts: watchTexts,
  command: 'unwatch',
  recognise: unwatchRecogniser,
  who: ['participant'],
  input: z.object({ watch: chosen }),
  offered: 'contextual',
  complete: async (context, given) => {
    if (given.watch !== undefined) return given;
    const [only, other] = await readWatches(context);
    return only === undefined || other !== undefined ? given : { ...given, watch: only.id };
  },
  ask: chooseForm,
  confirm: {
    when: 'words',
    show: async (context, { watch: id }) => {
      const watch = await waiting(context, id);
      if (watch === null) return refuseWatch('watch_ended', {});
      return { does: watchTexts[context.language].stops(await toldOfWatch(context, watch)), elements: [] };
    },
  },
  run: async (context, { watch: id }) => {
    const { transaction, membership, now } = context;
    if ((await waiting(context, id)) === null) return refuseWatch('watch_ended', {});
    await endWatches(transaction, { programmeId: membership.programmeId, watchIds: [id], now });
    return { message: plain(watchTexts[context.language].stopped) };
  },
});

async function waiting({ transaction }: Context, id: string) {
  return await transaction.watch.findFirst({ where: { id, endedAt: null } });
}

async function chooseForm(context: Context, _given: Values): Promise<Form | Refusal> {
  const texts = watchTexts[context.language];
  const watches = await readWatches(context);
  if (watches.length === 0) return refuseWatch('no_watch', {});
  const choices = await Promise.all(
    watches.map(async (watch) => ({ value: watch.id, label: texts.waiting(await toldOfWatch(context, watch)) })),
  );
  return {
    action: 'consultation.unwatch',
    title: texts.actions['consultation.unwatch'].title,
    introduction: [],
    fields: [{ kind: 'choice', name: 'watch', label: texts.which, choices }],
    known: {},
    submit: texts.unwatch,
    cancel: chatTexts[context.language].close,
  };
}
