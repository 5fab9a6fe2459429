/** Answers a question in one line from what is known, with the button that follows; of what is not known it says whom to ask. */
import { z } from 'zod';
import { contactsOf } from '../members/contacts.js';
import { everyRole } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { type Button, elements, type Message } from '../messages/message.js';
import { questionTexts } from '../questions/texts.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import type { FactAnswer } from './answer.js';
import { aboutConsultations } from './answer-consultations.js';
import { aboutMaterials } from './answer-materials.js';
import { aboutDeadline, aboutLink, aboutPlace, aboutRegistering, aboutStanding, aboutTime } from './answer-session.js';
import { aboutProgramme, aboutTodo } from './next-step.js';
import { questionRecogniser } from './question-recogniser.js';
import { homeTexts } from './texts.js';
import { type QuestionTopic, topics } from './topics.js';

type Answering = (context: Context, session: string | undefined) => Promise<FactAnswer> | FactAnswer;

const answers: Readonly<Record<QuestionTopic, Answering>> = {
  deadline: aboutDeadline,
  time: aboutTime,
  place: (context, session) => aboutPlace(context, session, false),
  access: (context, session) => aboutPlace(context, session, true),
  materials: aboutMaterials,
  link: aboutLink,
  standing: aboutStanding,
  registering: aboutRegistering,
  programme: aboutProgramme,
  todo: aboutTodo,
  contact: () => ({ line: '', buttons: [], asks: true }),
  ...{ parking: notKnown('parking'), fee: notKnown('fee'), receipt: notKnown('receipt'), food: notKnown('food') },
  ...{ bring: notKnown('bring') },
  human: ({ language }) => ({ line: homeTexts[language].answers.human, buttons: [], asks: true }),
  ...{ stop: notHere('stop'), data: notHere('data') },
  ...{ preparing: aboutConsultations('preparing'), companions: aboutConsultations('companions') },
  ...{ late: aboutConsultations('late'), writing: aboutConsultations('writing') },
  ...{ absentAdviser: aboutConsultations('absentAdviser'), otherAdviser: aboutConsultations('otherAdviser') },
};

export const answerQuestion = memberAction({
  name: 'question.answer',
  texts: homeTexts,
  recognise: questionRecogniser,
  command: 'question',
  who: everyRole,
  input: z.object({ about: z.enum(topics).default('contact'), session: perhapsChosen }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { about, session }) => {
    const { line, buttons, asks = false } = await answers[about](context, session);
    const whom = asks ? homeTexts[context.language].answers.turnTo(await contactsOf(context, context.person)) : '';
    return { message: answerMessage(context, [line, whom], [...buttons, ...askButtons(context, about)]) };
  },
});

/** What can be asked here as well; what only the secretariat may do with people's data it is told otherwise. */
const askable: ReadonlySet<QuestionTopic> = new Set([
  ...(['contact', 'human', 'parking', 'fee', 'receipt', 'food', 'bring', 'writing'] as const),
]);

function askButtons({ membership, language }: Context, about: QuestionTopic): readonly Button[] {
  if (!askable.has(about) || membership.role === 'secretariat') return [];
  const input = about === 'writing' && membership.role === 'participant' ? { to: 'adviser' } : {};
  return [{ label: questionTexts[language].askSomething, action: 'question.ask', input, form: true }];
}

function answerMessage({ language }: Context, parts: readonly string[], buttons: readonly Button[]): Message {
  const said = parts.filter((part) => part !== '');
  const text = said.join(language === 'ja' ? '' : ' ');
  return { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons }) };
}

function notKnown(topic: 'parking' | 'fee' | 'receipt' | 'food' | 'bring'): Answering {
  return ({ language }) => ({ line: homeTexts[language].answers.unknown(topic), buttons: [], asks: true });
}

/** What only the secretariat can do; beside it, what the person can change themselves. */
function notHere(topic: 'stop' | 'data'): Answering {
  return ({ language }) => {
    const label = memberTexts[language].actions['member.settings'].title;
    const settings = { label, action: 'member.settings', input: {}, form: true };
    const { cannotStop } = memberTexts[language];
    const lines = [...(topic === 'stop' ? [cannotStop] : []), homeTexts[language].answers[topic]];
    return { line: lines.join(language === 'ja' ? '' : ' '), buttons: [settings], asks: true };
  };
}
