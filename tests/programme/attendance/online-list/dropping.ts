/** What the secretariat does with a participant list: they drop it, agree, press what is offered, and send forms. */
import { expect } from 'vitest';
import type { Form, Values } from '../../../../programme/messages/message.js';
import type { RequestResult } from '../../../../programme/requests/request.js';
import { type Asking, type BuiltPerson, outcomeOf, wordsOf } from '../../../support/factories.js';
import { storeReceivedFile } from '../../../support/files.js';
import type { ProgrammeFixture } from '../../../support/programme-fixture.js';
import { zoomFile, zoomHeadings } from './lists.js';

const name = 'session.online-list';

/** Of the running test of the fixture; without a person, its secretary does it. */
export function dropping(given: ProgrammeFixture) {
  return {
    /** Keeps the lines as a list of Zoom; returns the file's identifier. */
    drop: async (lines: readonly (readonly string[])[], by: BuiltPerson = given.secretary): Promise<string> =>
      await storeReceivedFile(given.services, by.id, {
        ...{ name: 'participants.csv', type: 'csv' as const, content: zoomFile([zoomHeadings.ja, ...lines]) },
      }),
    show: async (files: readonly string[], more: Values = {}, by: Asking = given.secretary): Promise<RequestResult> => {
      given.services.clock.advance({ seconds: 1 });
      return await given.ask(by, name, { files, ...more }, { origin: 'words' });
    },
    agree: async (shown: RequestResult, by: Asking = given.secretary): Promise<RequestResult> =>
      await given.ask(by, 'preview.confirm', pressed(shown, 'preview.confirm')),
    /** Opens the form behind what the reply offers. */
    decide: async (shown: RequestResult): Promise<Form> =>
      await given.opened(given.secretary, name, pressed(shown, name)),
    send: async ({ action, known }: Form, filled: Values = {}): Promise<RequestResult> =>
      await given.ask(given.secretary, action, { ...known, ...filled }, { submitted: true }),
    /** In the order in which they were recorded: how, by what, whether it holds. */
    records: async (who: Pick<BuiltPerson, 'id'>, sessionId = given.session.id) =>
      (
        await given.database.attendance.findMany({
          where: { sessionId, personId: who.id },
          orderBy: { number: 'asc' },
        })
      ).map(({ mode, source, supersededAt }) => [mode, source, supersededAt === null]),
  };
}

/** The input of the button for this action. */
export function pressed({ reply }: RequestResult, action: string): Values {
  if (reply.kind === 'form') throw new Error('a form');
  const buttons = reply.message.elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
  const found = buttons.find((button) => 'action' in button && button.action === action);
  if (found === undefined || !('input' in found)) throw new Error(`no button for ${action}`);
  return found.input;
}

export function formIn(result: RequestResult): Form {
  expect(outcomeOf(result), wordsOf(result)).toBe('form');
  if (result.reply.kind !== 'form') throw new Error('no form');
  expect([result.reply.errors, result.reply.problem]).toEqual([{}, null]);
  return result.reply.form;
}
