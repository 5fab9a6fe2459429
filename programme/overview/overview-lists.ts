/** The lists behind the numbers of the overview, and which of them a button names. */
import { z } from 'zod';
import { DeliverableStage } from '../../prisma/client.js';
import type { Values } from '../messages/message.js';
import { perhapsChosen } from '../requests/chosen.js';
import { type ListOf, sqlLists } from './overview.sql.js';

/** Free hours are read as those who book read them. */
export const overviewLists = [...sqlLists, 'free'] as const;

export type CountedList = (typeof overviewLists)[number];

/** The list, and what narrows it. */
export interface NamedList extends Omit<ListOf, 'list'> {
  readonly list: CountedList;
}

/** As the inputs of actions hold it. */
export const namedListInput = {
  list: z.enum(overviewLists, { error: 'not_a_choice' }),
  /** Of those who have not answered: to this session alone. */
  session: perhapsChosen,
  /** Of deliverables by stage: which one, and in which stage. */
  deliverableType: perhapsChosen,
  stage: z.enum(DeliverableStage, { error: 'not_a_choice' }).optional(),
};

/** The input by which a button names a list. */
export function listValues({ list, session, deliverableType, stage }: NamedList): Values {
  return {
    list,
    ...(session !== undefined && { session }),
    ...(deliverableType !== undefined && { deliverableType }),
    ...(stage !== undefined && { stage }),
  };
}
