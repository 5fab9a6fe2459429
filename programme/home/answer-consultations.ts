/** Answers what is asked about consultations: how to prepare, who may come, and what to do about the adviser. */
import { companyTexts } from '../consultations/bookings/company-texts.js';
import type { Button } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import type { FactAnswer } from './answer.js';
import { homeTexts } from './texts.js';

type Asked = 'preparing' | 'companions' | 'absentAdviser' | 'otherAdviser' | 'late' | 'writing';

export function aboutConsultations(topic: Asked): (context: Context) => FactAnswer {
  return (context) => ({
    line: homeTexts[context.language].answers[topic],
    buttons: context.membership.role === 'participant' ? buttons(context, topic) : [],
    asks: topic !== 'preparing',
  });
}

function buttons({ language }: Context, topic: Asked): readonly Button[] {
  const { mine, find } = companyTexts[language];
  if (topic === 'otherAdviser') {
    return [{ label: find.everyone, action: 'consultation.find', input: { everyone: true } }];
  }
  return [{ label: mine.list, action: 'consultation.mine', input: {} }];
}
