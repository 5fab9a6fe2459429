/** Examples of how people ask for what concerns being there, and of what only sounds like it. */
import type { Example } from '../requests/recogniser.js';

const second = { session: 'MSM-2' } as const;

export const joiningHelp: readonly Example[] = [
  { say: 'MSM-2にオンラインで参加できません。接続先が開きません', input: second },
  { say: 'MSM-2のZoomにつながりません', input: second },
  { say: 'リンクが開けないのですが', input: {} },
  { say: '画面が映らないんやけど', input: {} },
  { say: "The link for MSM-2 doesn't work", input: second },
  { say: "I can't connect to MSM-2", input: second },
  { say: 'I have trouble joining MSM-2 online', input: second },
];

export const noJoiningHelp: readonly string[] = [
  'join MSM-2',
  'MSM-2にオンラインで参加します',
  '接続できないので、MSM-2は会場参加に変更します',
];

export const checkIn: readonly Example[] = [
  { say: '受付 340988', input: { code: '340988' } },
  { say: '123−456', input: { code: '123456' } },
  { say: '123ー456', input: { code: '123456' } },
  { say: 'check-in 123‐456', input: { code: '123456' } },
];

export const noCheckIn: readonly string[] = ['受付コード 340988 が使えません', 'My check-in code 340988 does not work'];

const all = { ...second, came: 'as_registered' } as const;

export const record: readonly Example[] = [
  { say: 'MSM-2 全員登録どおりに出席で記録', input: all },
  { say: 'MSM-2の出欠を登録どおりに記録してください', input: all },
  { say: 'record everyone as registered for MSM-2', input: all },
  { say: 'record MSM-2 all as signed up', input: all },
  { say: 'record attendance MSM-2 everyone came as registered', input: all },
];

export const onlineList: readonly Example[] = [
  { say: 'record the Zoom list for MSM-2', input: second },
  { say: 'MSM-2のZoomの参加者リストを取り込みたい', input: second },
  { say: 'Zoomの参加者リストを取り込みたい', input: {} },
  { say: 'Teamsの出席レポートを記録したいです', input: {} },
  { say: 'I would like to import the Teams attendance report', input: {} },
  { say: 'Zoom参加者一覧から出席を記録', input: {} },
];

export const noOnlineList: readonly string[] = [
  'MSM-2の参加者一覧を見せて',
  'MSM-2のZoomにつながりません',
  'record MSM-2',
];
