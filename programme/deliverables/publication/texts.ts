/** All words about what was seen at the address of a publication, in Japanese and English. Hints, never refusals. */
import type { Language } from '../../requests/context.js';

interface Page {
  readonly title: string;
  readonly url: string;
  /** As the page's server answered; null where it did not. */
  readonly status: number | null;
}

const ja = {
  label: '公開ページ',
  seen: {
    shows_title: () => 'ページが開き、題名が見つかりました',
    shows_no_title: () => 'ページは開きましたが、題名は見つかりませんでした。URLをご確認ください',
    unread: () => 'ページは開きましたが、内容は自動では読み取れませんでした',
    not_reachable: (status: number | null) =>
      `ページを開けませんでした${status === null ? '' : `(応答: ${status})`}。URLをご確認ください`,
    not_public: () => 'インターネットから開けないアドレスです。URLをご確認ください',
  },
  on: (seen: string, day: string) => `${seen}(${day}に確認)`,
  notice: {
    not_reachable: ({ title, url, status }: Page) =>
      `「${title}」の公開先としてご報告いただいたページ ${url} を、自動の確認では開けませんでした${status === null ? '' : `(応答: ${status})`}。`,
    not_public: ({ title, url }: Page) =>
      `「${title}」の公開先としてご報告いただいた ${url} は、インターネットから開けないアドレスにつながっています。`,
  },
  next: {
    not_reachable:
      'お手数ですが、社外のネットワークからブラウザーでページが開くかをご確認ください。開く場合は、何もしていただく必要はありません。開かない場合やURLが違う場合は、報告を取り消して、正しいURLをご報告ください。',
    not_public: '報告を取り消して、社外の方が開けるページのURLをご報告ください。',
  },
  open: 'ページを開く',
};

const en: typeof ja = {
  label: 'Published page',
  seen: {
    shows_title: () => 'the page opens and shows the title',
    shows_no_title: () => 'the page opens, and the title was not found on it; please check the address',
    unread: () => 'the page opens, and its content cannot be read automatically',
    not_reachable: (status) =>
      `the page did not open${status === null ? '' : ` (its answer: ${status})`}; please check the address`,
    not_public: () => 'the address cannot be opened from the internet; please check it',
  },
  on: (seen, day) => `${seen} (looked at on ${day})`,
  notice: {
    not_reachable: ({ title, url, status }) =>
      `The page that you reported for “${title}”, ${url}, did not open when it was looked at automatically${status === null ? '' : ` (its answer: ${status})`}.`,
    not_public: ({ title, url }) =>
      `The address that you reported for “${title}”, ${url}, leads to one that cannot be opened from the internet.`,
  },
  next: {
    not_reachable:
      'Please open the page in a browser, from outside of your company’s network. If it opens, there is nothing to do. If it does not, or if the address is wrong, please take the report back and report the right address.',
    not_public: 'Please take the report back, and report the address of a page that everybody can open.',
  },
  open: 'Open the page',
};

export const publicationTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
