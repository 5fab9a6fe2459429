/** A person in front of the stand-in: words, buttons and files, as a real bot of teams-ai receives and answers them. */
import { MessageFactory, TurnContext } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import { fieldsOf, listOf } from '../../teams/wire.js';
import { card, cardMessage, submitButton, textBlock } from './bot.js';
import { openTeamsFixture } from './fixture.js';

const fixture = await openTeamsFixture(({ bot, heard }) => {
  bot.application.fileConsentAccept(async (context, _state, consent) => {
    heard.push(context.activity);
    const content = Buffer.from('hello file');
    await fetch(consent.uploadInfo?.uploadUrl ?? '', {
      method: 'PUT',
      headers: { 'content-range': `bytes 0-${content.length - 1}/${content.length}` },
      body: content,
    });
  });
});

describe('what reaches the bot', () => {
  test('words, with a whole conversation reference', async () => {
    await fixture.haruka.say('hello');
    const { id, name } = fixture.haruka.user;
    expect(fixture.heard).toHaveLength(1);
    expect(fixture.heard[0]).toMatchObject({
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: fixture.teams.serviceUrl,
      locale: 'ja-JP',
      localTimezone: 'Asia/Tokyo',
      from: { id, name, aadObjectId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      recipient: { id: `28:${fixture.teams.app.id}`, name: fixture.teams.app.name },
      conversation: {
        conversationType: 'personal',
        tenantId: fixture.teams.app.tenantId,
        id: expect.stringMatching(/^a:/),
      },
      channelData: { tenant: { id: fixture.teams.app.tenantId } },
    });
    expect(fixture.teams.deliveries().at(-1)?.activity.localTimestamp).toMatch(/\+09:00$/);
  });

  test('install and uninstall, without a locale', async () => {
    await fixture.haruka.uninstall();
    await fixture.haruka.install();
    expect(fixture.heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    expect(fixture.heard[2]?.membersAdded).toEqual([{ id: `28:${fixture.teams.app.id}` }]);
    expect(fixture.heard.some((activity) => 'locale' in activity)).toBe(false);
  });

  test('a mention in a channel, and the answer in its thread', async () => {
    await expect(fixture.haruka.mention('Announcements', 'hello')).rejects.toThrow(/not in the team/);
    await fixture.haruka.installInTeam('Partnership');
    fixture.bot.onTurn = async (context) => {
      fixture.heard.push(context.activity);
      await context.sendActivity('here');
    };
    await fixture.haruka.mention('Announcements', 'hello');
    const mention = fixture.heard.at(-1);
    expect(mention?.conversation).toMatchObject({ isGroup: true, conversationType: 'channel' });
    expect(mention?.conversation.id).toMatch(/@thread\.tacv2;messageid=\d+$/);
    expect(mention?.text?.trim()).toBe('hello');
    expect(mention?.entities?.[0]).toMatchObject({ type: 'mention', text: `<at>${fixture.teams.app.name}</at>` });
    const answer = await fixture.haruka.until('here');
    expect(openTeamsClient(fixture.teams, 'Kenji Ito').messages().at(-1)).toEqual(answer);
    await fixture.haruka.mentionInThread(answer, 'and more');
    expect(fixture.heard.at(-1)?.conversation.id).toBe(mention?.conversation.id);
  });

  test('a reaction', async () => {
    const message = await fixture.receive(MessageFactory.text('hello'));
    await fixture.haruka.react(message, 'like');
    expect(fixture.heard[0]).toMatchObject({
      type: 'messageReaction',
      reactionsAdded: [{ type: 'like' }],
      replyToId: message.id,
    });
  });
});

describe('reading', () => {
  test('a card is flattened to what would be read aloud', async () => {
    const seen = await fixture.receive(
      cardMessage(
        card(
          [
            textBlock('**Sessions** of [the programme](https://example.com)'),
            textBlock('escaped \\*stars\\* and \\[brackets\\]\\(x\\)'),
            { type: 'FactSet', facts: [{ title: 'Date', value: '7 November' }] },
            {
              type: 'ColumnSet',
              columns: [
                { type: 'Column', items: [textBlock('left')] },
                { type: 'Column', items: [textBlock('right')] },
              ],
            },
            { type: 'RichTextBlock', inlines: ['rich ', { type: 'TextRun', text: '*text*' }] },
            { type: 'Image', url: 'https://example.com/a.png', altText: 'A chart' },
            {
              type: 'Table',
              columns: [{ width: 1 }],
              rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [textBlock('cell')] }] }],
            },
            textBlock('not yet', { id: 'later', isVisible: false }),
            { type: 'Container', isVisible: false, items: [{ type: 'ActionSet', actions: [submitButton('Hidden')] }] },
          ],
          [submitButton('One'), { type: 'Action.ToggleVisibility', title: 'More', targetElements: ['later'] }],
        ),
      ),
    );
    expect(seen.text).toBe(
      [
        'Sessions of the programme',
        'escaped *stars* and [brackets](x)',
        'Date: 7 November',
        'left',
        'right',
        'rich *text*',
        'A chart',
        'cell',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual(['One', 'More']);
    await expect(fixture.haruka.press('Hidden', seen)).rejects.toThrow(/there are: One, More/);
    await fixture.haruka.press('More', seen);
    expect(fixture.haruka.messages().at(-1)?.text).toContain('not yet');
  });
});

describe('buttons', () => {
  test('Action.Submit becomes a message with the value and the inputs', async () => {
    const seen = await fixture.receive(
      cardMessage(
        card(
          [
            { type: 'Input.Text', id: 'note', label: 'Note' },
            { type: 'Input.Number', id: 'seats', label: 'Seats' },
          ],
          [submitButton('Send', { verb: 'note' })],
        ),
      ),
    );
    await fixture.haruka.fill('Note', 'thanks');
    await fixture.haruka.fill('Seats', '2');
    expect(await fixture.haruka.press('Send')).toMatchObject({ status: 200, error: undefined });
    expect(fixture.heard[0]).toMatchObject({
      type: 'message',
      value: { verb: 'note', note: 'thanks', seats: '2' },
      replyToId: seen.id,
    });
    expect(fixture.heard[0]?.text).toBeFalsy();
  });

  test('imBack, messageBack, links and suggestions', async () => {
    await fixture.receive({
      ...cardMessage(
        card(
          [textBlock('x')],
          [
            submitButton('Say', { msteams: { type: 'imBack', value: 'said' } }),
            submitButton('Back', {
              msteams: { type: 'messageBack', text: 'hidden words', displayText: 'shown words', value: { a: 1 } },
            }),
            { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.com/page' },
          ],
        ),
      ),
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Help', value: 'help me' }] },
    });
    await fixture.haruka.press('Say');
    await fixture.haruka.press('Back');
    await fixture.haruka.press('Open');
    await fixture.haruka.press('Help');
    expect(fixture.heard.map(({ text, value }) => [text, value])).toEqual([
      ['said', undefined],
      ['hidden words', { a: 1 }],
      ['help me', undefined],
    ]);
    expect(
      fixture.haruka
        .messages()
        .slice(-3)
        .map(({ text }) => text),
    ).toEqual(['said', 'shown words', 'help me']);
    expect(fixture.haruka.opened).toEqual(['https://example.com/page']);
  });

  test('one label in every row: the button beside a text', async () => {
    const row = (name: string) => ({
      type: 'ColumnSet',
      columns: [
        { type: 'Column', items: [textBlock(name)] },
        { type: 'Column', items: [{ type: 'ActionSet', actions: [submitButton('Register', { session: name })] }] },
      ],
    });
    await fixture.receive(cardMessage(card([row('Seminar'), row('Workshop'), row('Closing')])));
    await fixture.haruka.pressBeside('Register', 'Workshop');
    await fixture.haruka.pressBeside('Register', 'Closing');
    expect(fixture.heard.map(({ value }) => value)).toEqual([{ session: 'Workshop' }, { session: 'Closing' }]);
    await expect(fixture.haruka.pressBeside('Register', 'Nowhere')).rejects.toThrow(/there are: Register/);
  });

  test('a label that is not there names those that are', async () => {
    const seen = await fixture.receive(cardMessage(card([textBlock('x')], [submitButton('Yes'), submitButton('No')])));
    await expect(fixture.haruka.press('Maybe', seen)).rejects.toThrow(
      'No button "Maybe" is on the screen; there are: Yes, No',
    );
  });
});

describe('files', () => {
  test('sent to the bot: fetched by downloadUrl, never with a token', async () => {
    await fixture.haruka.sendFiles('here it is', [{ name: 'policy.docx', content: Buffer.from('words') }]);
    const [attachment] = listOf(fixture.heard[0]?.attachments);
    const { contentType, contentUrl, name, content } = fieldsOf(attachment);
    expect([contentType, name]).toEqual(['application/vnd.microsoft.teams.file.download.info', 'policy.docx']);
    const { downloadUrl, fileType } = fieldsOf(content);
    expect(fileType).toBe('docx');
    expect(await (await fetch(String(downloadUrl))).text()).toBe('words');
    expect((await fetch(String(downloadUrl), { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await fetch(String(contentUrl))).status).toBe(401);
  });

  test('offered by the bot, consented to, and uploaded', async () => {
    const content = {
      description: 'Your certificate',
      sizeInBytes: 10,
      acceptContext: { id: 1 },
      declineContext: { id: 1 },
    };
    const seen = await fixture.receive({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name: 'a.txt', content }],
    });
    expect(seen).toMatchObject({ text: 'a.txt\nYour certificate', buttons: ['Allow', 'Decline'] });
    expect((await fixture.haruka.press('Allow')).error).toBeUndefined();
    expect(fixture.heard[0]?.value).toMatchObject({ type: 'fileUpload', action: 'accept', context: { id: 1 } });
    expect(Buffer.from(fixture.teams.files.files().at(-1)?.content ?? []).toString()).toBe('hello file');
  });
});

describe('proactive messages', () => {
  test('by the whole conversation reference of the install', async () => {
    let reference = {};
    fixture.bot.onTurn = async (context) => {
      reference = TurnContext.getConversationReference(context.activity);
    };
    await fixture.haruka.uninstall();
    await fixture.haruka.install();
    await fixture.bot.adapter.continueConversationAsync(fixture.teams.app.id, reference, async (context) => {
      const sent = await context.sendActivity('A reminder');
      await context.updateActivity({ ...MessageFactory.text('A corrected reminder'), id: sent?.id });
    });
    expect((await fixture.haruka.until('A corrected reminder')).edits).toBe(1);
  });
});

describe('what the bot sees of a refusal', () => {
  test("the library's error carries Teams' code, and a 502 is tried again by itself", async () => {
    let reference = {};
    fixture.bot.onTurn = async (context) => {
      reference = TurnContext.getConversationReference(context.activity);
    };
    await fixture.haruka.say('hello');
    const send = () =>
      fixture.bot.adapter.continueConversationAsync(fixture.teams.app.id, reference, async (context) => {
        await context.sendActivity('A reminder');
      });
    fixture.haruka.block();
    await expect(send()).rejects.toMatchObject({ statusCode: 403, code: 'ConversationBlockedByUser' });
    fixture.haruka.unblock();
    fixture.teams.trouble({ fault: 'status', status: 502, times: 1 });
    await send();
    await fixture.haruka.until('A reminder');
    expect(fixture.teams.traffic().filter(({ trouble }) => trouble === 'status')).toHaveLength(1);
  });
});

describe('delivered more than once', () => {
  test('together, under the same id or new ones', async () => {
    await fixture.haruka.say('only once please');
    const [delivery] = fixture.haruka.deliveries.slice(-1);
    if (!delivery) {
      throw new Error('nothing was delivered');
    }
    await fixture.teams.redeliver(delivery, { times: 3, together: true });
    expect(new Set(fixture.heard.map(({ id }) => id)).size).toBe(1);
    await fixture.teams.redeliver(delivery, { times: 2, newId: true });
    expect(fixture.heard).toHaveLength(6);
    expect(new Set(fixture.heard.map(({ id }) => id)).size).toBe(3);
    expect(new Set(fixture.heard.map(({ text }) => text))).toEqual(new Set(['only once please']));
  });

  test('a message that is not answered in time is sent again, once switched on', async () => {
    fixture.teams.setResend({ on: true, times: 1, newId: true });
    fixture.teams.setDeadlines({ message: 300 });
    let release = () => {};
    const heardAgain = new Promise<void>((resolve) => {
      release = resolve;
    });
    fixture.bot.onTurn = async (context) => {
      fixture.heard.push(context.activity);
      if (fixture.heard.length === 1) await heardAgain;
      else release();
    };
    const outcome = await fixture.haruka.say('slow');
    expect(outcome.status).toBe(200);
    expect(fixture.heard).toHaveLength(2);
    expect(fixture.heard[0]?.id).not.toBe(fixture.heard[1]?.id);
    fixture.teams.setResend({ on: false });
    fixture.teams.setDeadlines({ message: 15_000 });
  });
});

test('until names what there is when nothing comes', async () => {
  await fixture.receive(MessageFactory.text('the only message'));
  await expect(fixture.haruka.until('another', { milliseconds: 30 })).rejects.toThrow(
    /No message like another within 30 ms.*\n.*the only message/s,
  );
});
