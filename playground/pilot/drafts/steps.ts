/** What of a plan of drafts happens when: companies begin and hand in versions, advisers open them and answer, boards approve, companies publish. */
import type { DeliverableStage } from '../../../prisma/client.js';
import { dayAfter, isWorkingDay } from '../../../programme/calendar/business-days.js';
import type { PlannedDrafts } from '../../../programme/import/read-draft-plan.js';
import { instantOf, localOf } from '../../../programme/messages/dates.js';
import type { Language } from '../../../programme/requests/context.js';
import type { FieldFile } from '../../client.js';
import { asAdviser, asCompany, bringAbout, telling } from '../acting.js';
import { PilotFailed } from '../failure.js';
import type { PilotPlan } from '../plan.js';
import type { PilotContext, PilotStep } from '../play.js';
import type { HandInStanding } from '../truth.js';
import { type DraftSeen, endReview, openDraft } from './adviser.js';
import { beginDraft, reportApproval, reportPublication, submitFile } from './company.js';
import { makePdf, makeWordDocument } from './make-documents.js';
import { closingWords, commentFor, policyText } from './policy-words.js';

/** In working days after a submission. */
const OPENED_AFTER = 1;
const ENDED_AFTER = 2;
/** The time of day at which what happened on a day is reported. */
const REPORTED_AT = { approval: '16:00', publication: '16:30' };

/** All of it, in no order. */
export function draftSteps(plan: PilotPlan): readonly PilotStep[] {
  return plan.drafts.flatMap((planned, number): readonly PilotStep[] => {
    const { begunAt, submittedAt, last, approvedOn, publishedOn } = planned;
    const stepAt = (at: Date | null, play: PilotStep['play']) => (at === null ? [] : [{ at, play }]);
    const onDay = (day: string | null, time: string) => (day === null ? null : instantOf(day, time, plan.timeZone));
    return [
      ...stepAt(begunAt, (pilot) => begin(pilot, planned, number)),
      ...submittedAt.flatMap((at, index): readonly PilotStep[] => {
        const version = index + 1;
        const isLast = version === submittedAt.length;
        const submitted = { at, play: (pilot: PilotContext) => submit(pilot, planned, { version, number }) };
        if (isLast && last === 'waiting') return [submitted];
        const outcome = isLast && last === 'confirmed' ? 'confirmed' : 'to_be_revised';
        return [
          submitted,
          ...stepAt(workingDaysAfter(at, OPENED_AFTER, plan), (pilot) => open(pilot, planned, version)),
          ...stepAt(workingDaysAfter(at, ENDED_AFTER, plan), (pilot) =>
            end(pilot, planned, { version, number, outcome }),
          ),
        ];
      }),
      ...stepAt(onDay(approvedOn, REPORTED_AT.approval), (pilot) => approve(pilot, planned, number)),
      ...stepAt(onDay(publishedOn, REPORTED_AT.publication), (pilot) => publish(pilot, planned, number)),
    ];
  });
}

/** At the same time of day. */
function workingDaysAfter(instant: Date, days: number, { timeZone, closures }: PilotPlan): Date | null {
  const { date, time } = localOf(instant, timeZone);
  let day = date;
  for (let left = days; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, { closures }).working) left -= 1;
  }
  return instantOf(day, time, timeZone);
}

/** Resolves to what comes of it in the database. */
function reaching(
  { truth }: PilotContext,
  planned: PlannedDrafts,
  { stage, versions, what }: { readonly stage: DeliverableStage; readonly versions?: number; readonly what: string },
) {
  const { company, deliverable } = planned;
  return {
    async isDone() {
      const standing = await truth.drafts(planned);
      return standing.stage === stage && (versions === undefined || standing.versions === versions);
    },
    sentence: `The ${deliverable} of ${company} could not be ${what} in chat.`,
  };
}

async function begin(pilot: PilotContext, planned: PlannedDrafts, number: number): Promise<void> {
  await telling(pilot, 'begin', 1, async () => {
    await bringAbout(pilot, {
      work: () => asCompany(pilot, planned, number, (actor) => beginDraft(actor)),
      ...reaching(pilot, planned, { stage: 'drafting', what: 'begun' }),
    });
  });
}

interface Version {
  readonly version: number;
  /** Of the company in the plan, to choose among ways of doing the same. */
  readonly number: number;
}

async function submit(pilot: PilotContext, planned: PlannedDrafts, { version, number }: Version): Promise<void> {
  await telling(pilot, 'submit', 1, async () => {
    await bringAbout(pilot, {
      work: () =>
        asCompany(pilot, planned, number + version, (actor) =>
          submitFile(actor, fileOf(pilot, planned, { version, number, language: actor.language })),
        ),
      ...reaching(pilot, planned, { stage: 'submitted', versions: version, what: `handed in (version ${version})` }),
    });
  });
}

/** Companies write in Word or make a PDF of it, by turns. */
function fileOf(
  pilot: PilotContext,
  { company, submittedAt }: PlannedDrafts,
  { version, number, language }: Version & { readonly language: Language },
): FieldFile {
  const name = companyName(pilot, company, language);
  const text = policyText(language, { company: name, version, versions: submittedAt.length });
  const isWord = (number + version) % 2 === 0;
  const title = language === 'ja' ? `人権方針_第${version}案` : `human-rights-policy-${version}`;
  return isWord
    ? { name: `${title}.docx`, content: makeWordDocument(text) }
    : { name: `${title}.pdf`, content: makePdf(text) };
}

function companyName({ plan }: PilotContext, code: string, language: Language): string {
  const member = plan.participants.find(({ companyCode }) => companyCode === code);
  return (language === 'ja' ? member?.companyJa : member?.companyEn) ?? '';
}

async function adviserOf({ truth }: PilotContext, { company }: PlannedDrafts): Promise<string> {
  const email = await truth.adviserOf(company);
  if (email === null) throw new PilotFailed(`Nobody looks after ${company}, so that its drafts cannot be reviewed.`);
  return email;
}

/** The version in the words of the adviser's screen. */
function seenIn(
  pilot: PilotContext,
  { company }: PlannedDrafts,
  {
    title,
    version,
    language,
  }: Pick<HandInStanding, 'title'> & { readonly version: number; readonly language: Language },
): DraftSeen {
  return { company: companyName(pilot, company, language), title: title[language], number: version };
}

async function open(pilot: PilotContext, planned: PlannedDrafts, version: number): Promise<void> {
  const { title } = await pilot.truth.drafts(planned);
  const adviser = await adviserOf(pilot, planned);
  await telling(pilot, 'open', 1, async () => {
    await bringAbout(pilot, {
      work: () =>
        asAdviser(pilot, adviser, (actor) =>
          openDraft(actor, seenIn(pilot, planned, { title, version, language: actor.language })),
        ),
      ...reaching(pilot, planned, { stage: 'in_review', what: `opened (version ${version})` }),
    });
  });
}

async function end(
  pilot: PilotContext,
  planned: PlannedDrafts,
  { version, number, outcome }: Version & { readonly outcome: 'confirmed' | 'to_be_revised' },
): Promise<void> {
  const { title } = await pilot.truth.drafts(planned);
  const adviser = await adviserOf(pilot, planned);
  await telling(pilot, 'review', 1, async () => {
    await bringAbout(pilot, {
      work: () =>
        asAdviser(pilot, adviser, async (actor) => {
          const { language } = actor;
          const isConfirmed = outcome === 'confirmed';
          await endReview(actor, seenIn(pilot, planned, { title, version, language }), {
            outcome,
            comment: isConfirmed ? '' : commentFor(language, number + version),
            words: isConfirmed ? closingWords[language] : '',
          });
        }),
      ...reaching(pilot, planned, { stage: outcome, what: `reviewed (version ${version})` }),
    });
    await pilot.playground.worker.idle();
    await pilot.watching.inspect();
  });
}

async function approve(pilot: PilotContext, planned: PlannedDrafts, number: number): Promise<void> {
  await telling(pilot, 'approve', 1, async () => {
    await bringAbout(pilot, {
      work: () => asCompany(pilot, planned, number, (actor) => reportApproval(actor, planned.approvedOn ?? '')),
      ...reaching(pilot, planned, { stage: 'approved', what: 'reported as approved' }),
    });
  });
}

async function publish(pilot: PilotContext, planned: PlannedDrafts, number: number): Promise<void> {
  await telling(pilot, 'publish', 1, async () => {
    await bringAbout(pilot, {
      work: () =>
        asCompany(pilot, planned, number, async (actor, email) => {
          const url = `https://www.${email.slice(email.indexOf('@') + 1)}/human-rights-policy`;
          await reportPublication(actor, { day: planned.publishedOn ?? '', url });
        }),
      ...reaching(pilot, planned, { stage: 'published', what: 'reported as published' }),
    });
  });
}
