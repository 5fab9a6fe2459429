/** Whom a sentence speaks of: a colleague by any of their names is never taken for the person who writes, nor that person for a colleague. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../support/understand.js';

const company = {
  self: { nameJa: '鈴木 健', nameEn: 'Ken Suzuki' },
  colleagues: [
    { nameJa: '佐藤 花', nameEn: 'Hana Sato' },
    { nameJa: '鈴木 一郎', nameEn: 'Ichiro Suzuki' },
    { nameJa: 'トム・ベーカー', nameEn: 'Tom Baker' },
  ],
};

const heard = (text: string) => understand(text, () => true, company);

describe('somebody else', () => {
  it.each([
    ['佐藤花はMSM-1に行けません', 'session.decline', '佐藤花'],
    ['佐藤がMSM-1を欠席します', 'session.decline', '佐藤'],
    ['佐藤をMSM-1に登録して', 'session.register', '佐藤'],
    ['一郎もMSM-1に参加します', 'session.register', '一郎'],
    ['トム・ベーカーのMSM-1の登録をキャンセルして', 'session.cancel', 'トム・ベーカー'],
    ["hana sato can't come to MSM-1", 'session.decline', 'hana sato'],
    ["Hana won't attend MSM-1", 'session.decline', 'Hana'],
    ['register hana for MSM-1 online', 'session.register', 'hana'],
    ['register MSM-1 online hana', 'session.register', 'hana'],
    ['register MSM-1 hana sato online', 'session.register', 'hana sato'],
    ["cancel ichiro's registration for MSM-1", 'session.cancel', 'ichiro'],
    ['My colleague cannot attend MSM-1', 'session.decline', 'my colleague'],
    ['同僚がMSM-1に行けません', 'session.decline', '同僚'],
    ['部長がMSM-1を欠席します', 'session.decline', '部長'],
    ['She cannot attend MSM-1', 'session.decline', 'she'],
  ])('is named by “%s”', (text, action, named) => {
    expect(heard(text)).toMatchObject({ action, input: { session: 'MSM-1', named } });
  });
});

describe('nobody else', () => {
  it.each([
    '鈴木です。MSM-1に行けません',
    '鈴木はMSM-1を欠席します',
    '佐藤から聞きましたが、MSM-1に行けません',
    '私はMSM-1に行けません',
    '営業部長会議がありMSM-1に行けません',
    'Ken here, I cannot attend MSM-1',
    'I told Hana that I cannot attend MSM-1',
    'Ken cannot attend MSM-1',
  ])('is named by “%s”', (text) => {
    const { action, input } = heard(text);
    expect([action, 'named' in input ? input.named : undefined]).toEqual(['session.decline', undefined]);
  });
});

describe('a colleague typed without capitals', () => {
  it.each([
    ['hana will come to MSM-1 in my place', { deputy: 'Hana' }],
    ["I can't make it to MSM-1, so I'm sending hana sato instead of me", { deputy: 'Hana Sato' }],
    ['for MSM-1, hana will attend instead of tom', { deputy: 'Hana', named: 'Tom' }],
    ['substitute MSM-1 hana', { deputy: 'Hana' }],
    ['SUBSTITUTE MSM-1 HANA SATO', { deputy: 'HANA SATO' }],
  ])('comes by “%s”', (text, who) => {
    const { action, input, unused } = heard(text);
    expect({ action, input, unused }).toEqual({ action: 'session.substitute', input: { session: 'MSM-1', ...who } });
  });
});

it('of two things set against each other the second is meant', () => {
  expect(heard('MSM-1、欠席ではなく参加です')).toMatchObject({
    action: 'session.register',
    input: { session: 'MSM-1' },
  });
  expect(heard('MSM-1、参加ではなく欠席です')).toMatchObject({
    action: 'session.decline',
    input: { session: 'MSM-1' },
  });
  expect(heard('MSM-1ではなくMSM-2に会場ではなくオンラインで参加します')).toMatchObject({
    action: 'session.register',
    input: { session: 'MSM-2', mode: 'online' },
  });
});

it('a second wish is not taken for the first one’s command', () => {
  expect(heard('register me for MSM-1 and cancel MSM-2').choices).toEqual([
    { action: 'session.register', input: { session: 'MSM-1' } },
    { action: 'session.cancel', input: { session: 'MSM-2' } },
  ]);
  expect(heard('register MSM-1 MSM-2 online').choices).toEqual([
    { action: 'session.register', input: { session: 'MSM-1', mode: 'online' } },
    { action: 'session.register', input: { session: 'MSM-2', mode: 'online' } },
  ]);
});
