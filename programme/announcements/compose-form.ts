/** The form in which an announcement is written or changed, filled in with what it is so far. */
import { localOf } from '../messages/dates.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { announcementFields } from './announcement-fields.js';
import { type Audience, audienceSchema } from './audience.js';
import { defaultLatest, refuseStep } from './rules.js';
import { announcementTexts } from './texts.js';

export async function composeForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = announcementTexts[language];
  const { announcement } = given;
  const before = isId(announcement) ? await enteredOf(context, announcement) : { values: {} };
  if (isRefusal(before)) return before;
  // What came back filled in is shown as it came: what is empty there is meant so.
  const isFilled = given.textJa !== undefined || given.textEn !== undefined;
  const shown = isFilled ? given : { ...before.values, ...present(given) };
  return {
    action: 'announcement.compose',
    title: texts.actions['announcement.compose'].title,
    introduction: [{ kind: 'note', text: texts.introduction }],
    fields: await announcementFields(context, shown),
    known: {
      ...(isId(announcement) && { announcement }),
      ...(typeof given.consultation === 'string' && { consultation: given.consultation }),
      ...(Array.isArray(given.stages) && { stages: given.stages.map(String) }),
      ...(typeof given.deliverableType === 'string' && { deliverableType: given.deliverableType }),
      ...(Array.isArray(given.companies) && { companies: given.companies.map(String) }),
      ...(typeof given.quietSince === 'string' && { quietSince: given.quietSince }),
    },
    submit: texts.next,
    cancel: chatTexts[language].close,
  };
}

function present(given: Values): Values {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
}

/** What an announcement says and whom it is for, as the form's fields hold it. */
async function enteredOf(
  { transaction, now, membership }: Context,
  id: string,
): Promise<{ readonly values: Values } | Refusal> {
  const found = await transaction.announcement.findUnique({
    where: { id },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 }, programme: true },
  });
  const version = found?.versions[0];
  if (!found || version === undefined || found.programmeId !== membership.programmeId) return refuse('not_found', {});
  const refused = refuseStep('edit', found.state);
  if (refused) return refused;
  const { timeZone } = found.programme;
  const isAhead = found.sendAt > now;
  const at = localOf(found.sendAt, timeZone);
  const audience = audienceSchema.parse(found.audience ?? {});
  const { session: about } = audience;
  const session = about === null ? null : await transaction.session.findUnique({ where: { id: about } });
  // What follows from the rest follows again; as a day it would end with that day.
  const isOwnEnd =
    isAhead && found.latestAt.getTime() !== defaultLatest(found.sendAt, session?.startsAt ?? null).getTime();
  const buttons = Array.isArray(version.buttons) ? version.buttons.map(String) : [];
  return {
    values: {
      ...{ textJa: version.textJa, textEn: version.textEn, link: version.link ?? '', buttons, asks: found.asks },
      ...audienceValues(audience),
      ...(found.placeId !== null && { postTo: found.placeId }),
      ...(isAhead && { date: at.date, time: at.time }),
      ...(isOwnEnd && { latestDate: localOf(found.latestAt, timeZone).date }),
    },
  };
}

export function audienceValues({ roles, levels, session, answers }: Audience): Values {
  return { roles, levels, answers, ...(session !== null && { session }) };
}
