/** Narrows the audience of an announcement of which nothing was sent, and keeps it under a name where that is wished. */
import { z } from 'zod';
import { type Person, Role } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { findCompanies, nameIn } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import type { Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { audienceFields, offeredOf, stageFields, typedField } from './announcement-fields.js';
import { audienceInput } from './announcement-input.js';
import { audienceSchema, consultationGroups, everyParticipant, MOST_NAMED, rolesOf, stageGroups } from './audience.js';
import { chooseAnnouncement } from './choose-announcement.js';
import { audienceValues } from './compose-form.js';
import { deliverableFor } from './deliverable-for.js';
import { previewMessage } from './preview.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { LONGEST_TEXT, refuseStep, statesFor } from './rules.js';
import { saveAudience } from './save-draft.js';
import { announcementTexts } from './texts.js';

const LONGEST_NAME = 60;

export const changeAudience = memberAction({
  name: 'announcement.audience',
  texts: announcementTexts,
  command: 'announcement-audience',
  who: secretariat,
  input: z.object({
    announcement: chosen,
    ...audienceInput,
    /** The form offers those that it had, so that it is never left empty by mistake. */
    roles: audienceInput.roles.unwrap().min(1, { error: 'required' }),
    companies: z
      .array(z.uuid({ error: 'not_a_choice' }))
      .max(MOST_NAMED, { error: 'too_long' })
      .default([]),
    consultation: z.enum(consultationGroups, { error: 'not_a_choice' }).nullish(),
    deliverableType: perhapsChosen.nullable(),
    stages: z.array(z.enum(stageGroups, { error: 'not_a_choice' })).default([]),
    /** Stays as the overview set it. */
    quietSince: z.iso.datetime().nullish(),
    /** As they were typed, one per line. */
    names: z.string().trim().max(LONGEST_TEXT, { error: 'too_long' }).default(''),
    saveAs: z.string().trim().max(LONGEST_NAME, { error: 'too_long' }).default(''),
  }),
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: audienceForm,
  // It sends nothing: what it shows waits to be sent.
  confirm: 'never',
  run: async (context, { announcement: id, names, saveAs, roles, ...entered }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const people = await peopleNamed(context, names);
    if ('refused' in people) return people;
    const { session, consultation, stages } = entered;
    const asked = { stages, deliverableType: entered.deliverableType ?? null };
    const deliverableType = await deliverableFor(transaction, by.programmeId, asked);
    if (deliverableType === 'missing') {
      return refuseAnnouncement('deliverable_missing', {}, { field: 'deliverableType' });
    }
    // Who is named is meant in whatever role.
    const named = people.ids.length > 0;
    const audience = {
      ...entered,
      roles: named ? [] : roles,
      session: session ?? null,
      consultation: consultation ?? null,
      deliverableType,
      people: people.ids,
      quietSince: entered.quietSince ?? null,
    };
    if (audience.session === null && audience.answers.length > 0) {
      return refuseAnnouncement('session_missing', {}, { field: 'session' });
    }
    const saved = await saveAudience(transaction, { id, audience, by, now });
    if (isRefusal(saved)) return saved;
    if (saveAs !== '') {
      await transaction.namedAudience.create({
        data: { programmeId: by.programmeId, name: saveAs, audience, createdAt: now },
      });
    }
    const note = saveAs === '' ? null : announcementTexts[language].audienceKept(saveAs);
    return { message: await previewMessage(context, id, { ...saved, note }) };
  },
  conflicts: {
    named_audience_programme_id_name_key: (_context, { saveAs }) =>
      refuseAnnouncement('same_name', { name: { ja: saveAs, en: saveAs } }, { field: 'saveAs' }),
  },
});

async function audienceForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { announcement } = given;
  const action = 'announcement.audience';
  if (!isId(announcement)) return await chooseAnnouncement(context, { action, states: statesFor('edit') });
  const found = await transaction.announcement.findUnique({ where: { id: announcement } });
  if (found === null || found.programmeId !== membership.programmeId) return refuse('not_found', {});
  const refused = refuseStep('edit', found.state);
  if (refused) return refused;
  const texts = announcementTexts[language];
  const before = audienceSchema.nullable().parse(found.audience) ?? everyParticipant;
  const named = await transaction.person.findMany({ where: { id: { in: [...before.people] } } });
  const shown: Values = Array.isArray(given.roles)
    ? given
    : {
        ...audienceValues({ ...before, roles: [...(rolesOf(before) ?? Object.values(Role))] }),
        ...{ companies: before.companies, consultation: before.consultation },
        ...{ deliverableType: before.deliverableType, stages: before.stages },
        names: named.map((person) => typedName(person, language)).join('\n'),
      };
  return {
    ...{ action, title: texts.actions[action].title, submit: texts.next, cancel: chatTexts[language].close },
    introduction: [{ kind: 'note', text: texts.audienceIntroduction }],
    fields: [
      ...(await audienceFields(context, shown, { needsRole: true })),
      ...(await narrowingFields(context, shown)),
    ],
    known: { announcement, ...(before.quietSince !== null && { quietSince: before.quietSince }) },
  };
}

/** By e-mail where there is one, since a name may be somebody else's, too. */
function typedName(person: Person, language: Context['language']): string {
  return person.email ?? pick(language, nameIn(person));
}

async function narrowingFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { transaction, membership, language } = context;
  const texts = announcementTexts[language];
  const companies = await findCompanies(transaction, membership.programmeId, { typed: '', most: MOST_NAMED });
  const choices = companies.map(({ id, name }) => ({ value: id, label: pick(language, name) }));
  const groups = consultationGroups.map((value) => ({ value, label: texts.consultationGroups[value] }));
  const consultation = groups.find(({ value }) => value === given.consultation)?.value;
  return [
    {
      ...{ kind: 'several choices', name: 'companies', label: texts.labels.companies, optional: true, choices },
      ...offeredOf(given.companies, choices),
    },
    {
      ...{ kind: 'choice', name: 'consultation', label: texts.labels.consultation, optional: true, choices: groups },
      ...(consultation !== undefined && { initial: consultation }),
    },
    ...(await stageFields(context, given)),
    { ...typedField(context, 'names', given), hint: texts.hints.names },
    { ...typedField(context, 'saveAs', given), hint: texts.hints.saveAs },
  ];
}

/** Exactly one member for each line; an address is one person's alone. */
async function peopleNamed(context: Context, typed: string): Promise<{ readonly ids: string[] } | Refusal> {
  const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const ids: string[] = [];
  for (const name of lines.slice(0, MOST_NAMED)) {
    const found = await findPeople(context, { typed: name });
    const [only, other] = found;
    if (only === undefined) return refuseAnnouncement('name_unknown', { name }, { field: 'names' });
    if (other !== undefined) {
      const some = found.slice(0, 5).map(({ label }) => label);
      return refuseAnnouncement('name_ambiguous', { name, found: some.join(', ') }, { field: 'names' });
    }
    ids.push(only.value);
  }
  return { ids };
}
