/** Questions in every state, and a FAQ, as rows: for the tests of what holds for every action. */
import { type Company, inTransaction, type Programme } from '../../prisma/client.js';
import type { TestServices } from './factories.js';

/** The tables behind the walls around questions. */
export const walledQuestions = ['question', 'question_text', 'question_answer', 'question_pass'] as const;

interface BuildQuestion {
  readonly programme: Programme;
  readonly company: Company | null;
  readonly personId: string;
  /** The secretariat, unless told. */
  readonly adviserId?: string | null;
  readonly text?: string;
  readonly answer?: string | null;
  /** The adviser who is asked, unless told. */
  readonly answeredById?: string | null;
  readonly askedAt?: Date;
  readonly answeredAt?: Date;
}

/** Returns its identifier. */
export async function buildQuestion(
  { database, clock }: TestServices,
  { programme, company, personId, adviserId = null, text = 'Who approves it?', answer = null, ...given }: BuildQuestion,
): Promise<string> {
  const { askedAt = clock.now(), answeredAt = askedAt, answeredById = adviserId } = given;
  const about = { programmeId: programme.id, companyId: company?.id ?? null, personId, adviserId, askedAt };
  const asked = await inTransaction(
    database,
    async (transaction) => {
      const { id } = await transaction.question.create({ data: about });
      await transaction.questionText.create({ data: { questionId: id, askerId: personId, text } });
      return id;
    },
    { viewer: { kind: 'person', personId } },
  );
  if (answer === null) return asked;
  await inTransaction(
    database,
    async (transaction) => {
      const settled = { state: 'answered', answeredAt, answeredById } as const;
      await transaction.question.update({ where: { id: asked }, data: settled });
      const said = { questionId: asked, version: 1, text: answer, byId: answeredById, at: answeredAt };
      await transaction.questionAnswer.create({ data: said });
    },
    { viewer: { kind: 'person', personId: answeredById ?? personId } },
  );
  return asked;
}

interface BuildEntry {
  readonly questionJa?: string;
  readonly answerJa?: string;
  readonly questionEn?: string;
  readonly answerEn?: string;
}

/** In both languages unless told; returns its identifier. */
export async function buildEntry(
  { database, clock }: TestServices,
  { id: programmeId }: Programme,
  texts: BuildEntry = {},
): Promise<string> {
  const own =
    Object.keys(texts).length > 0
      ? texts
      : {
          ...{ questionJa: '昼食は出ますか', answerJa: 'お出ししません。' },
          ...{ questionEn: 'Is lunch served?', answerEn: 'It is not.' },
        };
  const at = clock.now();
  const { id } = await database.faqEntry.create({ data: { programmeId, ...own, createdAt: at, changedAt: at } });
  return id;
}

export interface BuiltQuestions {
  /** To the secretariat. */
  readonly waiting: string;
  readonly answered: string;
  /** To the adviser. */
  readonly atAdviser: string;
  readonly answeredByAdviser: string;
  readonly entry: string;
}

interface Build {
  readonly programme: Programme;
  readonly company: Company;
  readonly personId: string;
  readonly adviserId: string;
  readonly secretaryId: string;
  /** What they say. */
  readonly secret: string;
}

export async function buildQuestions(
  services: TestServices,
  { programme, company, personId, adviserId, secretaryId, secret }: Build,
): Promise<BuiltQuestions> {
  const about = { programme, company, personId, text: secret };
  return {
    waiting: await buildQuestion(services, about),
    answered: await buildQuestion(services, { ...about, answer: secret, answeredById: secretaryId }),
    atAdviser: await buildQuestion(services, { ...about, adviserId }),
    answeredByAdviser: await buildQuestion(services, { ...about, adviserId, answer: secret }),
    entry: await buildEntry(services, programme),
  };
}
