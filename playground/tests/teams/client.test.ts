/** A person in front of the stand-in: words, buttons and files, as a real bot of teams-ai receives and answers them. */
import { MessageFactory, TurnContext } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import { fieldsOf, listOf } from '../../teams/wire.js';
import { card, cardMessage, submitButton, textBlock } from './bot.js';
import { setStage } from './stage.js';

const stage = await setStage(({ bot, heard }) => {
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
    await stage.haruka.say('hello');
    const { id, name } = stage.haruka.user;
    expect(stage.heard).toHaveLength(1);
    expect(stage.heard[0]).toMatchObject({
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: stage.teams.serviceUrl,
      locale: 'ja-JP',
      localTimezone: 'Asia/Tokyo',
      from: { id, name, aadObjectId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      recipient: { id: `28:${stage.teams.app.id}`, name: stage.teams.app.name },
      conversation: {
        conversationType: 'personal',
        tenantId: stage.teams.app.tenantId,
        id: expect.stringMatching(/^a:/),
      },
      channelData: { tenant: { id: stage.teams.app.tenantId } },
    });
    expect(stage.teams.deliveries().at(-1)?.activity.localTimestamp).toMatch(/\+09:00$/);
  });

  test('install and uninstall, without a locale', async () => {
    await stage.haruka.uninstall();
    await stage.haruka.install();
    expect(stage.heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    expect(stage.heard[2]?.membersAdded).toEqual([{ id: `28:${stage.teams.app.id}` }]);
    expect(stage.heard.some((activity) => 'locale' in activity)).toBe(false);
  });

  test('a mention in a channel, and the answer in its thread', async () => {
    await expect(stage.haruka.mention('Announcements', 'hello')).rejects.toThrow(/not in the team/);
    await stage.haruka.installInTeam('Partnership');
    stage.bot.onTurn = async (context) => {
      stage.heard.push(context.activity);
      await context.sendActivity('here');
    };
    await stage.haruka.mention('Announcements', 'hello');
    const mention = stage.heard.at(-1);
    expect(mention?.conversation).toMatchObject({ isGroup: true, conversationType: 'channel' });
    expect(mention?.conversation.id).toMatch(/@thread\.tacv2;messageid=\d+$/);
    expect(mention?.text?.trim()).toBe('hello');
    expect(mention?.entities?.[0]).toMatchObject({ type: 'mention', text: `<at>${stage.teams.app.name}</at>` });
    const answer = await stage.haruka.until('here');
    expect(openTeamsClient(stage.teams, 'Kenji Ito').messages().at(-1)).toEqual(answer);
    await stage.haruka.mentionInThread(answer, 'and more');
    expect(stage.heard.at(-1)?.conversation.id).toBe(mention?.conversation.id);
  });

  test('a reaction', async () => {
    const message = await stage.receive(MessageFactory.text('hello'));
    await stage.haruka.react(message, 'like');
    expect(stage.heard[0]).toMatchObject({
      type: 'messageReaction',
      reactionsAdded: [{ type: 'like' }],
      replyToId: message.id,
    });
  });
});

describe('reading', () => {
  test('a card is flattened to what would be read aloud', async () => {
    const seen = await stage.receive(
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
    await expect(stage.haruka.press('Hidden', seen)).rejects.toThrow(/there are: One, More/);
    await stage.haruka.press('More', seen);
    expect(stage.haruka.messages().at(-1)?.text).toContain('not yet');
  });
});

describe('buttons', () => {
  test('Action.Submit becomes a message with the value and the inputs', async () => {
    const seen = await stage.receive(
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
    await stage.haruka.fill('Note', 'thanks');
    await stage.haruka.fill('Seats', '2');
    expect(await stage.haruka.press('Send')).toMatchObject({ status: 200, error: undefined });
    expect(stage.heard[0]).toMatchObject({
      type: 'message',
      value: { verb: 'note', note: 'thanks', seats: '2' },
      replyToId: seen.id,
    });
    expect(stage.heard[0]?.text).toBeFalsy();
  });

  test('imBack, messageBack, links and suggestions', async () => {
    await stage.receive({
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
    await stage.haruka.press('Say');
    await stage.haruka.press('Back');
    await stage.haruka.press('Open');
    await stage.haruka.press('Help');
    expect(stage.heard.map(({ text, value }) => [text, value])).toEqual([
      ['said', undefined],
      ['hidden words', { a: 1 }],
      ['help me', undefined],
    ]);
    expect(
      stage.haruka
        .messages()
        .slice(-3)
        .map(({ text }) => text),
    ).toEqual(['said', 'shown words', 'help me']);
    expect(stage.haruka.opened).toEqual(['https://example.com/page']);
  });

  test('one label in every row: the button beside a text', async () => {
    const row = (name: string) => ({
      type: 'ColumnSet',
      columns: [
        { type: 'Column', items: [textBlock(name)] },
        { type: 'Column', items: [{ type: 'ActionSet', actions: [submitButton('Register', { session: name })] }] },
      ],
    });
    await stage.receive(cardMessage(card([row('Seminar'), row('Workshop'), row('Closing')])));
    await stage.haruka.pressBeside('Register', 'Workshop');
    await stage.haruka.pressBeside('Register', 'Closing');
    expect(stage.heard.map(({ value }) => value)).toEqual([{ session: 'Workshop' }, { session: 'Closing' }]);
    await expect(stage.haruka.pressBeside('Register', 'Nowhere')).rejects.toThrow(/there are: Register/);
  });

  test('a label that is not there names those that are', async () => {
    const seen = await stage.receive(cardMessage(card([textBlock('x')], [submitButton('Yes'), submitButton('No')])));
    await expect(stage.haruka.press('Maybe', seen)).rejects.toThrow(
      'No button "Maybe" is on the screen; there are: Yes, No',
    );
  });
});

describe('files', () => {
  test('sent to the bot: fetched by downloadUrl, never with a token', async () => {
    await stage.haruka.sendFiles('here it is', [{ name: 'policy.docx', content: Buffer.from('words') }]);
    const [attachment] = listOf(stage.heard[0]?.attachments);
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
    const seen = await stage.receive({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name: 'a.txt', content }],
    });
    expect(seen).toMatchObject({ text: 'a.txt\nYour certificate', buttons: ['Allow', 'Decline'] });
    expect((await stage.haruka.press('Allow')).error).toBeUndefined();
    expect(stage.heard[0]?.value).toMatchObject({ type: 'fileUpload', action: 'accept', context: { id: 1 } });
    expect(Buffer.from(stage.teams.files.files().at(-1)?.content ?? []).toString()).toBe('hello file');
  });
});

describe('proactive messages', () => {
  test('by the whole conversation reference of the install', async () => {
    let reference = {};
    stage.bot.onTurn = async (context) => {
      reference = TurnContext.getConversationReference(context.activity);
    };
    await stage.haruka.uninstall();
    await stage.haruka.install();
    await stage.bot.adapter.continueConversationAsync(stage.teams.app.id, reference, async (context) => {
      const sent = await context.sendActivity('A reminder');
      await context.updateActivity({ ...MessageFactory.text('A corrected reminder'), id: sent?.id });
    });
    expect((await stage.haruka.until('A corrected reminder')).edits).toBe(1);
  });
});

describe('what the bot sees of a refusal', () => {
  test("the library's error carries Teams' code, and a 502 is tried again by itself", async () => {
    let reference = {};
    stage.bot.onTurn = async (context) => {
      reference = TurnContext.getConversationReference(context.activity);
    };
    await stage.haruka.say('hello');
    const send = () =>
      stage.bot.adapter.continueConversationAsync(stage.teams.app.id, reference, async (context) => {
        await context.sendActivity('A reminder');
      });
    stage.haruka.block();
    await expect(send()).rejects.toMatchObject({ statusCode: 403, code: 'ConversationBlockedByUser' });
    stage.haruka.unblock();
    stage.teams.trouble({ fault: 'status', status: 502, times: 1 });
    await send();
    await stage.haruka.until('A reminder');
    expect(stage.teams.ledger().filter(({ trouble }) => trouble === 'status')).toHaveLength(1);
  });
});

describe('delivered more than once', () => {
  test('together, under the same id or new ones', async () => {
    await stage.haruka.say('only once please');
    const [delivery] = stage.haruka.deliveries.slice(-1);
    if (!delivery) {
      throw new Error('nothing was delivered');
    }
    await stage.teams.redeliver(delivery, { times: 3, together: true });
    expect(new Set(stage.heard.map(({ id }) => id)).size).toBe(1);
    await stage.teams.redeliver(delivery, { times: 2, newId: true });
    expect(stage.heard).toHaveLength(6);
    expect(new Set(stage.heard.map(({ id }) => id)).size).toBe(3);
    expect(new Set(stage.heard.map(({ text }) => text))).toEqual(new Set(['only once please']));
  });

  test('a message that is not answered in time is sent again, once switched on', async () => {
    stage.teams.setResend({ on: true, times: 1, newId: true });
    stage.teams.setDeadlines({ message: 300 });
    let release = () => {};
    const heardAgain = new Promise<void>((resolve) => {
      release = resolve;
    });
    stage.bot.onTurn = async (context) => {
      stage.heard.push(context.activity);
      if (stage.heard.length === 1) await heardAgain;
      else release();
    };
    const outcome = await stage.haruka.say('slow');
    expect(outcome.status).toBe(200);
    expect(stage.heard).toHaveLength(2);
    expect(stage.heard[0]?.id).not.toBe(stage.heard[1]?.id);
    stage.teams.setResend({ on: false });
    stage.teams.setDeadlines({ message: 15_000 });
  });
});

test('until names what there is when nothing comes', async () => {
  await stage.receive(MessageFactory.text('the only message'));
  await expect(stage.haruka.until('another', { milliseconds: 30 })).rejects.toThrow(
    /No message like another within 30 ms.*\n.*the only message/s,
  );
});
