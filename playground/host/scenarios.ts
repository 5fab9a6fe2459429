/** Plays a scenario of the playground's page: the sample programme, lived by its people through both platforms up to an instant. */
import { openDatabase } from '../../prisma/client.js';
import type { ScenarioCard } from '../page/protocol.js';
import type { Progress } from '../pilot/play.js';
import type { Playground } from './playground.js';
import { sampleFile } from './sample.js';
import { firstMorning, type ScenarioDefinition, scenarioDefinitions } from './scenario-list.js';

export { emptyDatabase, holdsSampleOnly } from './scenario-database.js';

export const scenarioCards: readonly ScenarioCard[] = scenarioDefinitions.map(({ card }) => card);

type Words = ScenarioCard['title'];

export interface ScenarioOptions {
  readonly id: string;
  /** Just opened, at `scenarioStart`, with the sample programme in its database and nothing else. */
  readonly playground: Playground;
  readonly databaseUrl: string;
  /** Told at each step what is being done. */
  readonly tell?: (words: Words) => void;
  /** What the assistant logs as errors meanwhile, where somebody listens; an array that grows. */
  readonly faults?: readonly string[];
  /** Gives up in the middle, soon after it is aborted. */
  readonly enough?: AbortSignal;
}

/** Those that take long to play: all but the one in which nothing has happened yet. */
export const playedScenarios: readonly string[] = scenarioDefinitions.flatMap(({ card, until }) =>
  until > firstMorning ? [card.id] : [],
);

/**
 * Where the clock has to stand when the sample is imported and the playground opened.
 * @throws RangeError where there is no such scenario
 */
export function scenarioStart(id: string): Date {
  definitionOf(id);
  return firstMorning;
}

/**
 * Plays the scenario; afterwards the clock stands at its instant, and everything that was due has been delivered.
 * @throws RangeError where there is no such scenario, and PilotFailed, in sentences for people, where anything went otherwise than
 * it should, and
 * the reason of `enough` where that is aborted
 */
export async function playScenario(options: ScenarioOptions): Promise<void> {
  const { id, playground, databaseUrl, tell = () => {}, faults = [], enough } = options;
  const { until, more, onlyThosePlanned = false } = definitionOf(id);
  const [{ readPlan }, { playUntil }, { timeline, inOrder }, { openTruth }, { watch }, besidePlan] = await Promise.all([
    import('../pilot/plan.js'),
    import('../pilot/play.js'),
    import('../pilot/timeline.js'),
    import('../pilot/truth.js'),
    import('../pilot/audit.js'),
    import('../pilot/beside-plan.js'),
  ]);
  const plan = await readPlan(...(await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')])));
  const steps = [besidePlan.staffComesIn(firstMorning), ...timeline(plan), ...more(plan, besidePlan)];
  const { database, close } = openDatabase(databaseUrl, { poolSize: 3, asOwner: true });
  try {
    const truth = await openTruth(database, plan.programmeCode);
    const watching = watch(playground, truth, faults);
    try {
      await playUntil(playground, until, inOrder(steps), {
        plan,
        truth,
        watching,
        onlyThosePlanned,
        enough,
        tell: (progress) => progress.state === 'begins' && tell(wordProgress(progress, plan.timeZone)),
      });
    } finally {
      watching.stop();
    }
  } finally {
    await close();
  }
}

function definitionOf(id: string): ScenarioDefinition {
  const found = scenarioDefinitions.find(({ card }) => card.id === id);
  if (found === undefined) throw new RangeError(`There is no scenario "${id}".`);
  return found;
}

function wordProgress({ does, session, people }: Progress, timeZone: string): Words {
  const of = (language: 'ja' | 'en') =>
    session &&
    `${session.code} (${new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium' }).format(session.startsAt)})`;
  const [ja, en] = [of('ja'), of('en')];
  switch (does) {
    case 'greet':
      return {
        ja: `事務局とアドバイザー ${people}名がアシスタントにあいさつしています…`,
        en: `${people} of the secretariat and the advisers greet the assistant …`,
      };
    case 'come in':
      return {
        ja: `${people}名がSlackとTeamsでアシスタントを開いています…`,
        en: `${people} people open the assistant in Slack and Teams …`,
      };
    case 'register':
      return { ja: `${ja}: ${people}名が参加登録しています…`, en: `${en}: ${people} people are registering …` };
    case 'prepare':
      return { ja: `${ja}: 事務局が準備しています…`, en: `${en}: the secretariat is preparing …` };
    case 'hold':
      return { ja: `${ja}: ${people}名が出席しています…`, en: `${en}: ${people} people are attending …` };
    case 'announce':
      return { ja: '事務局がお知らせを送っています…', en: 'The secretariat sends an announcement …' };
    case 'acknowledge':
      return {
        ja: `${people}名がお知らせに「読みました」と答えています…`,
        en: `${people} people confirm that they have read the announcement …`,
      };
    case 'try again':
      return {
        ja: '一度でできなかった操作をやり直しています…',
        en: 'What did not come about at once is tried again …',
      };
    case 'offer':
      return { ja: 'アドバイザーが相談枠を登録しています…', en: 'An adviser offers hours …' };
    case 'book':
      return { ja: '企業が個別相談を予約しています…', en: 'A company books a consultation …' };
    case 'move':
      return { ja: '企業が個別相談を変更しています…', en: 'A company moves its consultation …' };
    case 'take over':
      return { ja: '個別相談を別のアドバイザーが引き継いでいます…', en: 'An adviser takes a consultation over …' };
    case 'record':
      return { ja: 'アドバイザーが個別相談を記録しています…', en: 'An adviser records a consultation …' };
    case 'begin':
      return { ja: '企業が人権方針の作成を始めています…', en: 'A company begins its draft …' };
    case 'submit':
      return { ja: '企業が原稿を提出しています…', en: 'A company hands in a draft …' };
    case 'open':
      return { ja: 'アドバイザーが原稿を開いています…', en: 'An adviser opens a draft …' };
    case 'review':
      return { ja: 'アドバイザーが原稿の確認を終えています…', en: 'An adviser ends the review of a draft …' };
    case 'approve':
      return { ja: '企業が承認を報告しています…', en: 'A company reports the approval …' };
    case 'publish':
      return { ja: '企業が公開を報告しています…', en: 'A company reports the publication …' };
    case 'wait':
      return { ja: `${ja}: ${people}名が会場の空きを待ちます…`, en: `${en}: ${people} people wait for the room …` };
  }
}
