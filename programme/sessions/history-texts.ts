/** What the history of a session says. */
import type { Language } from '../requests/context.js';

const ja = {
  title: (title: string) => `${title} 変更履歴`,
  none: 'まだ変更はありません。',
  head: (instant: string, by: string) => `${instant} ${by}`,
  by: (name: string) => name,
  imported: 'ファイルの取り込み',
  followed: '自動(空席・開催方法・名簿の変更による)',
  created: 'セッションを作成',
  line: (what: string, change: string) => `${what}: ${change}`,
  recorded: (came: string, source: string) => `出欠の記録「${came}」(${source})`,
  substitute: (name: string) => `${name}の代理`,
};

const en: typeof ja = {
  title: (title) => `Changes of ${title}`,
  none: 'Nothing was changed yet.',
  head: (instant, by) => `${instant}, ${by}`,
  by: (name) => `by ${name}`,
  imported: 'by importing a file',
  followed: 'followed from a free place, from the session or from the roster',
  created: 'Session created',
  line: (what, change) => `${what}: ${change}`,
  recorded: (came, source) => `attendance recorded: ${came} (${source})`,
  substitute: (name) => `In place of ${name}`,
};

export const historyTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
