/** A mention of everybody is refused wherever a text is written, corrected or sent, and what merely contains its words is not. */
import { describe, expect, it } from 'vitest';
import { mentionOfEverybody } from '../../../programme/announcements/mentions.js';
import { announcementTexts } from '../../../programme/announcements/texts.js';
import type { Values } from '../../../programme/messages/message.js';
import { buildAnnouncement } from '../../support/announcements.js';
import { ask, outcomeOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

describe('a mention of everybody', () => {
  it.each([
    ['<!channel> Lunch', '<!channel>'],
    ['<!here|here> Lunch', '<!here|here>'],
    ['<!everyone>', '<!everyone>'],
    ['<at id="0">Everyone</at> Lunch', '<at id="0">Everyone</at>'],
    ['<at>チーム</at>', '<at>チーム</at>'],
    ['@channel Lunch is at noon', '@channel'],
    ['Lunch, @Here!', '@Here'],
    ['(@everyone)', '@everyone'],
    ['Dear @all.', '@all'],
    ['@team\nLunch', '@team'],
    ['皆様@channelお昼です', '@channel'],
    ['＠ｃｈａｎｎｅｌ お知らせ', '@channel'],
    ['＠全員 お知らせ', '@全員'],
    ['@全員各位', '@全員'],
    ['@チャンネルの皆様へ', '@チャンネル'],
    ['@ﾁｬﾝﾈﾙ', '@チャンネル'],
    ['@\u200bchannel', '@channel'],
    ['Write to info@here.example or @here', '@here'],
  ])('stands in “%s”', (text, mention) => {
    expect(mentionOfEverybody(text)).toBe(mention);
  });

  it.each([
    'mail me@allied.example',
    'info@here.example',
    'all@channel.example',
    'x+@all',
    '@all-hands will follow',
    '@channel.example',
    '@channels',
    '@teamwork',
    '@allison',
    'everyone, all, here: the channel',
    '全員へ: チャンネルはそのままです',
    '@チーム名簿',
    '@全員参加型研修',
    '@ yamada',
    '<at>山田 花子</at>',
    '<!subteam^S012>',
  ])('does not stand in “%s”', (text) => {
    expect(mentionOfEverybody(text)).toBeNull();
  });
});

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const fixture = programmeFixture();
  const words = announcementTexts[language].refusals.mentions_everybody({ mention: '@channel' });
  const text = { textJa: '会場が変わります。', textEn: 'The venue changes.' };
  const secretary = async () => await fixture.member({ role: 'secretariat', language });
  const counted = async () => [
    await fixture.database.notification.count({ where: { programmeId: fixture.programme.id } }),
    await fixture.database.placePost.count(),
  ];

  it.each([
    ['textJa', '@channel 会場が変わります。'],
    ['textEn', '@channel The venue changes.'],
  ])('a text that is entered as %s is refused at its field, and nothing is kept', async (field, said) => {
    const by = await secretary();
    const { reply } = await ask(
      fixture.services,
      by,
      'announcement.compose',
      { ...text, [field]: said },
      { submitted: true },
    );
    expect(reply).toMatchObject({ kind: 'form', errors: { [field]: words } });
    expect(await fixture.database.announcement.count({ where: { programmeId: fixture.programme.id } })).toBe(0);
  });

  it.each([
    ['says', { said: '@channel 会場が変わります。', roles: ['participant'] }],
    ['forwards', { forwarded: '@channel 会場が変わります。' }],
  ] as const)('what a person %s is refused in words', async (_way, input: Values) => {
    const by = await secretary();
    expect(await fixture.refused(by, 'announcement.compose', input, { origin: 'words' })).toContain(words);
    expect(await fixture.database.announcement.count({ where: { programmeId: fixture.programme.id } })).toBe(0);
  });

  it('a draft that is older than the rule is not sent', async () => {
    const { services, programme, person } = fixture;
    const by = await secretary();
    const about = { programme, createdById: by.id, to: [person.id] };
    const announcement = await buildAnnouncement(services, { ...about, textJa: '@channel 会場が変わります。' });
    const before = await counted();
    expect(await fixture.refused(by, 'announcement.send', { announcement, seen: 1 })).toContain(words);
    expect(await counted()).toEqual(before);
    expect(await fixture.database.announcement.findUnique({ where: { id: announcement } })).toMatchObject({
      state: 'draft',
    });
  });

  it('a correction with it is refused at its field, and edits nothing', async () => {
    const { services, programme, person } = fixture;
    const by = await secretary();
    const about = { programme, createdById: by.id, to: [person.id], state: 'sent', messages: 'delivered' } as const;
    const announcement = await buildAnnouncement(services, about);
    const before = await counted();
    const { known } = await fixture.opened(by, 'announcement.correct', { announcement });
    const corrected = { ...known, ...text, textJa: '@channel 会場は変わりません。' };
    const result = await ask(services, by, 'announcement.correct', corrected, { submitted: true });
    expect([outcomeOf(result), result.reply]).toMatchObject(['form', { errors: { textJa: words } }]);
    expect(await counted()).toEqual(before);
  });
});
