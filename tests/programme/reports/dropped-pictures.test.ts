/** What the secretariat drops and several things take is asked about; words beside it, or how many there are, tell what it is for. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SentFile } from '../../../programme/files/sent-file.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { requestTexts } from '../../../programme/requests/texts.js';
import { type BuiltPerson, buttonsOf, outcomeOf, request, wordsOf } from '../../support/factories.js';
import { photographBytes } from '../../support/photographs.js';
import { presentationBytes } from '../../support/presentations.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { code: 'MSM-1' } });
const { ask, done } = given;

beforeEach(() => {
  given.services.clock.set('2024-11-08T10:00:00+09:00');
});

function sent(name: string, content: Uint8Array): SentFile {
  const pieces = async function* () {
    yield content;
  };
  return { name, looks: 'file', size: content.byteLength, fetch: async () => pieces() };
}

async function send(
  files: readonly SentFile[],
  words = '',
  person: BuiltPerson = given.secretary,
): Promise<RequestResult> {
  const { account, key, fingerprint, resendFingerprint } = request(person, 'help.show');
  const delivery = { account, key, fingerprint, resendFingerprint, answeredLater: true, isCommand: false };
  return await handleRequest(given.services, { ...delivery, words, files });
}

const picture = (name = 'IMG_1.jpg') => sent(name, photographBytes());

/** What the button of this action holds. */
function inputOf({ reply }: RequestResult, action: string) {
  if (reply.kind !== 'message') throw new Error('no message');
  const buttons = reply.message.elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
  const found = buttons.find((button) => 'action' in button && button.action === action);
  if (found === undefined || !('input' in found)) throw new Error(`no button for ${action}`);
  return found.input;
}

describe('a picture', () => {
  it('is asked about, and does what is chosen with the very file', async () => {
    const asked = await send([picture()]);
    expect(wordsOf(asked)).toContain(requestTexts.en.whatFor);
    expect([...buttonsOf(asked)].sort()).toEqual([
      ...['announcement.compose', 'consultation.book', 'report.add-photographs'],
    ]);
    const chosen = inputOf(asked, 'report.add-photographs');
    const shown = await ask(given.secretary, 'report.add-photographs', chosen, { origin: 'words' });
    expect([outcomeOf(shown), wordsOf(shown)]).toEqual(['preview', expect.stringContaining('IMG_1.jpg')]);
    expect(wordsOf(shown)).toContain('MSM-1');
    const announcing = await ask(given.secretary, 'announcement.compose', inputOf(asked, 'announcement.compose'));
    expect(outcomeOf(announcing)).toBe('form');
  });

  it.each([
    ['put this photo into the report', 'report.add-photographs'],
    ['報告書に写真を載せたい', 'report.add-photographs'],
  ])('with the words “%s” is no question', async (words) => {
    const shown = await send([picture()], words);
    expect([outcomeOf(shown), wordsOf(shown)]).toEqual(['preview', expect.stringContaining('one photograph')]);
  });

  it('with others is not for an announcement, which takes one', async () => {
    const asked = await send([picture('1.jpg'), picture('2.jpg')]);
    expect(buttonsOf(asked)).toEqual(['consultation.book', 'report.add-photographs']);
    const chosen = inputOf(asked, 'report.add-photographs');
    const shown = await ask(given.secretary, 'report.add-photographs', chosen, { origin: 'words' });
    expect([outcomeOf(shown), wordsOf(shown)]).toEqual(['preview', expect.stringContaining('2 photographs')]);
  });

  it('is not asked about where the report is final', async () => {
    await done(given.secretary, 'report.freeze');
    expect(outcomeOf(await send([picture()]))).toBe('form');
  });

  it('of a participant is for nothing here', async () => {
    const answer = await send([picture()], '', given.person);
    expect(buttonsOf(answer)).not.toContain('report.add-photographs');
    expect(wordsOf(answer)).not.toContain('report');
  });
});

describe('a presentation', () => {
  it('is asked about once companies have presented, and not before', async () => {
    const file = () => sent('aoba.pptx', presentationBytes());
    expect(outcomeOf(await send([file()]))).toBe('form');
    await given.database.session.update({ where: { id: given.session.id }, data: { kind: 'closing' } });
    const asked = await send([file()]);
    expect([...buttonsOf(asked)].sort()).toEqual([
      ...['announcement.compose', 'consultation.book', 'report.keep-presentation'],
    ]);
    const form = await ask(given.secretary, 'report.keep-presentation', inputOf(asked, 'report.keep-presentation'), {
      origin: 'words',
    });
    expect(outcomeOf(form)).toBe('form');
  });
});
