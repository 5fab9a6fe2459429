/** What words name is weighed against what a sentence is likely to mean; nothing unsure is done before it is chosen. */
import { describe, expect, it } from 'vitest';
import { noNames } from '../../../bot/interpret/mentions/known-names.js';
import type { Classifier } from '../../../bot/interpret/rank/classifier.js';
import { understandingBy } from '../../../bot/interpret/understand.js';
import type { Action } from '../../../programme/requests/action.js';
import { actions } from '../../../programme/rooms.js';

type Role = 'participant' | 'adviser' | 'secretariat';

/** A classifier that finds these meanings, as far as they can be meant. */
function finding(...likely: readonly (readonly [string, number])[]): Classifier {
  return {
    classify: (_text, _role, among = () => true) =>
      likely.filter(([meaning]) => among(meaning)).map(([meaning, confidence]) => ({ meaning, confidence })),
  };
}

async function understand(text: string, classifier: Classifier, role: Role = 'participant') {
  const may = (action: Action) => action.who === 'anyone' || action.who.includes(role);
  const now = new Date('2024-10-28T01:00:00Z');
  return await understandingBy(actions, async () => classifier).understand(text, {
    may,
    role,
    now,
    visible: async () => ({ sessions: [], company: { colleagues: [], self: null }, names: noNames }),
  });
}

const offered = async (text: string, classifier: Classifier, role?: Role) =>
  (await understand(text, classifier, role)).choices?.map(({ action }) => action);

describe('words that name nothing', () => {
  const say = '先生のご都合のよい日、探してもらえたら助かる';

  it('mean what is very likely', async () => {
    const understood = await understand(say, finding(['consultation.find', 0.94], ['consultation.watch', 0.04]));
    expect(understood).toMatchObject({ action: 'consultation.find', explicit: false });
    expect([understood.choices, understood.guessed]).toEqual([undefined, undefined]);
  });

  it('are offered as what they may mean where that is not sure, with a way to a person', async () => {
    const understood = await understand(say, finding(['consultation.find', 0.5], ['session.cancel', 0.3]));
    expect(understood).toMatchObject({ action: 'help.show', input: { unclear: true }, guessed: true });
    expect(understood.choices).toEqual([
      { action: 'consultation.find', input: {} },
      { action: 'session.cancel', input: {} },
      { action: 'question.ask', input: { question: say } },
    ]);
  });

  it('are offered as three things at most, none of them hardly likely', async () => {
    const unsure = finding(
      ['consultation.find', 0.4],
      ['session.list', 0.3],
      ['home.show', 0.2],
      ['draft.begin', 0.06],
      ['draft.file', 0.01],
    );
    expect(await offered(say, unsure)).toEqual(['consultation.find', 'session.list', 'home.show', 'question.ask']);
    expect(await offered(say, finding(['draft.file', 0.03]))).toBeUndefined();
  });

  it('do nothing of what is only likely: what is looked at takes less than what is done', async () => {
    expect(await understand(say, finding(['session.list', 0.9]))).toMatchObject({ action: 'session.list' });
    expect(await offered(say, finding(['session.cancel', 0.85]))).toEqual(['session.cancel', 'question.ask']);
  });

  it.each(['その日には、うかがえません', 'いつまで、ですか?'])(
    'that refuse or ask are no request, however much they are like one: %s',
    async (text) => {
      const understood = await understand(text, finding(['session.register', 0.99]));
      expect(understood.action).not.toBe('session.register');
    },
  );

  it('of a standard are looked up in the material of the programme', async () => {
    const text = say;
    expect(await understand(text, finding(['knowledge', 0.9]))).toMatchObject({
      action: 'knowledge.search',
      input: { words: text },
    });
  });

  it.each([
    ['sensitive', { concern: true }],
    ['deletion', { erasure: true }],
  ])('that are %s lead to whom to turn to, whatever else they name', async (meaning, input) => {
    for (const text of [say, '個別相談の席で怒鳴られました。セミナーの一覧を見たい']) {
      const understood = await understand(text, finding([meaning, 0.75], ['session.list', 0.2]));
      expect(understood).toMatchObject({ action: 'help.show', input });
      expect(understood.choices).toBeUndefined();
    }
  });

  it('that may be a concern are put into no button', async () => {
    const { choices } = await understand(say, finding(['consultation.find', 0.5], ['sensitive', 0.3]));
    expect(choices?.at(-1)).toEqual({ action: 'question.ask', input: {} });
  });

  it('that are like what is none of ours get the help alone', async () => {
    const understood = await understand('the weather in Osaka, all day', finding(['none', 0.7], ['session.list', 0.2]));
    expect([understood.guessed, understood.input]).toEqual([undefined, { unclear: true }]);
  });

  it('that are like nothing get the help alone', async () => {
    const understood = await understand('zxcv qwer', finding());
    expect([understood.guessed, understood.choices, understood.input]).toEqual([
      undefined,
      undefined,
      { unclear: true },
    ]);
  });

  it('are offered as nothing that is not the person’s to do, or needs the message that it stands on', async () => {
    const unsure = finding(['overview.show', 0.5], ['preview.confirm', 0.3]);
    expect(await offered('firms qwer', unsure, 'secretariat')).toEqual(['overview.show']);
    expect(await offered('firms qwer', unsure)).toBeUndefined();
  });

  it('that are long are put into no button', async () => {
    const long = say.repeat(30);
    const { choices } = await understand(long, finding(['consultation.find', 0.5]));
    expect(choices?.at(-1)).toEqual({ action: 'question.ask', input: {} });
  });
});

describe('words that name an action', () => {
  const say = '個別相談を予約したい';

  it('mean it where the sentence is likely to', async () => {
    const understood = await understand(say, finding(['consultation.find', 0.65], ['consultation.move', 0.3]));
    expect([understood.action, understood.choices]).toEqual(['consultation.find', undefined]);
  });

  it('are one guess of several where the sentence is more like something else', async () => {
    expect(await offered(say, finding(['consultation.move', 0.6], ['consultation.find', 0.3]))).toEqual([
      'consultation.move',
      'consultation.find',
      'question.ask',
    ]);
  });

  it('mean what else is very likely', async () => {
    expect(await understand(say, finding(['consultation.watch', 0.95]))).toMatchObject({
      action: 'consultation.watch',
    });
  });

  it('mean it without anything learnt', async () => {
    expect(await understand(say, finding())).toMatchObject({ action: 'consultation.find' });
  });
});

describe('a command with words that it does not use', () => {
  it('is offered alone where the sentence asks for nothing of ours', async () => {
    expect(await offered('cancel all alarms', finding(['none', 0.97], ['session.list', 0.02]))).toEqual([
      'session.cancel',
      'question.ask',
    ]);
  });

  it('is that command otherwise, whatever else it is like', async () => {
    const understood = await understand('cancel all alarms', finding(['session.list', 0.98]));
    expect(understood).toMatchObject({ action: 'session.cancel', explicit: true, unused: 'alarms' });
  });
});

it.each(['register MSM-1 online', '使い方', 'MSM-1', '受付コード 271828', 'グループ MSM-1', 'MSM-1 欠席'])(
  'what is nothing but a name is not weighed: %s',
  async (text) => {
    const understood = await understand(text, finding(['session.cancel', 0.99]));
    expect(understood.likely).toEqual([]);
    expect(understood.action).not.toBe('session.cancel');
  },
);

it('keeps what the sentence says beside the meaning', async () => {
  const understood = await understand('MSM-1 はZoomにしてもらえたら助かる', finding(['session.change-mode', 0.95]));
  expect(understood).toMatchObject({ action: 'session.change-mode', input: { session: 'MSM-1', mode: 'online' } });
});

describe('thanks', () => {
  const say = 'I would like an individual hour with somebody. Thank you for your kindness.';

  it('are answered as such where likely nothing is asked for besides', async () => {
    const thanked = { action: 'help.show', input: { thanked: true } };
    expect(await understand(say, finding(['consultation.find', 0.5], ['none', 0.4]))).toMatchObject(thanked);
    expect(await understand(say, finding())).toMatchObject(thanked);
  });

  it('leave what is asked for besides to be understood, from the words beside them', async () => {
    const heard: string[] = [];
    const { classify } = finding(['consultation.find', 0.5], ['none', 0.1]);
    const listening: Classifier = {
      classify(text, ...rest) {
        heard.push(text);
        return classify(text, ...rest);
      },
    };
    expect((await understand(say, listening)).choices?.[0]).toMatchObject({ action: 'consultation.find' });
    expect(heard).toEqual(['I would like an individual hour with somebody']);
  });
});

describe('joining a session', () => {
  it('is meant only around one', async () => {
    const classifier = finding(['session.join', 0.9], ['session.register', 0.08]);
    const at = async (now: string) =>
      await understandingBy(actions, async () => classifier).understand('yes I will be at my screen', {
        may: () => true,
        role: 'participant',
        now: new Date(now),
        visible: async () => ({
          sessions: [
            {
              ...{ code: 'MSM-1', kind: 'seminar', titleJa: '第1回', titleEn: 'Day 1', timeZone: 'Asia/Tokyo' },
              ...{ startsAt: new Date('2024-11-07T06:30:00Z'), endsAt: new Date('2024-11-07T08:30:00Z') },
            },
          ],
          company: { colleagues: [], self: null },
          names: noNames,
        }),
      });
    expect((await at('2024-11-07T06:25:00Z')).likely[0]?.meaning).toBe('session.join');
    expect((await at('2024-10-28T01:00:00Z')).likely[0]?.meaning).toBe('session.register');
  });
});

describe('deletion of what is kept', () => {
  it.each([
    'うちの会社のデータ、全部消してください',
    '登録してある情報ぜんぶ消してほしい',
    '北斗プレシジョンのデータを削除してください',
    "Delete Hokuto Precision's data.",
    'please erase everything you have about me',
  ])('is known by its words: %s', async (text) => {
    expect(await understand(text, finding(['session.register', 0.5]))).toMatchObject({
      action: 'help.show',
      input: { erasure: true },
    });
  });

  it.each(['データは消さないでください', '写真のデータを削除して', 'delete the draft file', '予約のデータを消して'])(
    'is not: %s',
    async (text) => {
      expect((await understand(text, finding(['none', 0.9]))).input.erasure).toBeUndefined();
    },
  );
});
