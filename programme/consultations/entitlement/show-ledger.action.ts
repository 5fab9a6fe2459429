/** Shows the secretariat a company's ledger: each entry with who, when and why, and what was left after it. */
import { z } from 'zod';
import { nameIn } from '../../members/queries.js';
import { secretariat } from '../../members/roles.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import { formatInstant } from '../../messages/dates.js';
import { type Button, elements, type Form, type Item } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { pageStart } from '../../requests/page.js';
import { isRefusal } from '../../requests/refusal.js';
import { hourFor } from '../hour-words.js';
import { readHours } from './grant-hours.js';
import { readLedger } from './ledger.js';
import { ledgerRecogniser } from './recognisers.js';
import { entitlementTexts } from './texts.js';
import { companyChoices } from './words.js';

const PER_PAGE = 12;

export const showLedger = memberAction({
  name: 'consultation.ledger',
  texts: entitlementTexts,
  command: 'ledger',
  recognise: ledgerRecogniser,
  who: secretariat,
  input: z.object({ company: chosen, from: pageStart }),
  offered: 'help',
  confirm: 'read',
  ask: ledgerForm,
  search: (context, _field, typed) => companyChoices(context, typed),
  run: async (context, { company: companyId, from }) => {
    const { transaction, membership, language } = context;
    const had = await readHours(transaction, membership.programmeId, companyId);
    if (isRefusal(had)) return had;
    const texts = entitlementTexts[language];
    const items = await entryItems(context, companyId);
    const buttons: Button[] = [
      { label: texts.grant, action: 'consultation.grant', input: { company: companyId }, form: true },
    ];
    if (from + PER_PAGE < items.length) {
      const input = { company: companyId, from: from + PER_PAGE };
      buttons.unshift({ label: texts.more, action: 'consultation.ledger', input });
    }
    const title = texts.ledgerOf(pick(language, had.company.name));
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'text', text: texts.left(had.left) },
          { kind: 'list', items: items.slice(from, from + PER_PAGE) },
          { kind: 'buttons', buttons },
        ),
      },
    };
  },
});

/** The latest first. */
async function entryItems(context: Context, companyId: string): Promise<readonly Item[]> {
  const { transaction, language } = context;
  const texts = entitlementTexts[language];
  const entries = await readLedger(transaction, companyId);
  const ids = [...new Set(entries.flatMap(({ byId }) => byId ?? []))];
  const people = await transaction.person.findMany({ where: { id: { in: ids } } });
  const names = new Map(people.map((person) => [person.id, pick(language, nameIn(person))]));
  const bookings = await transaction.booking.findMany({
    where: { companyId },
    include: { programme: { select: { timeZone: true } } },
  });
  const hours = new Map(
    bookings.map(({ id, programme, ...hour }) => [id, hourFor(context, { ...hour, timeZone: programme.timeZone })]),
  );
  let sum = 0;
  return entries
    .map(({ kind, hours: change, byId, bookingId, at, reason }): Item => {
      sum += change;
      const name = byId === null ? undefined : names.get(byId);
      const entry = {
        ...{ kind, hours: change, reason, sum, at: formatInstant(context, at) },
        by: name === undefined ? null : memberTexts[language].personName(name),
        booking: bookingId === null ? null : (hours.get(bookingId) ?? null),
      };
      return { title: texts.entry(entry), lines: texts.entryLines(entry), buttons: [] };
    })
    .toReversed();
}

async function ledgerForm(context: Context): Promise<Form> {
  const texts = entitlementTexts[context.language];
  return {
    ...{ action: 'consultation.ledger', title: texts.actions['consultation.ledger'].title },
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'company', label: texts.company, search: true },
        choices: await companyChoices(context, ''),
      },
    ],
    known: {},
    submit: texts.next,
    cancel: chatTexts[context.language].close,
  };
}
