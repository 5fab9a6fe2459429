/** All words of the example room, in Japanese and English. */
import { actionTexts as action } from '../../programme/messages/action-texts.js';
import { type Bilingual, pick } from '../../programme/messages/bilingual.js';
import type { Language } from '../../programme/requests/context.js';

interface AboutSession {
  readonly title: Bilingual;
}

interface Reserved {
  readonly title: string;
  readonly space: number;
}

const ja = {
  space: '駐車スペース',
  spaceNumber: (space: number) => `${space}番`,
  reserve: '予約する',
  release: '取り消す',
  reserved: ({ title, space }: Reserved) => `「${title}」の駐車スペース${space}番を予約しました。`,
  released: ({ title, space }: Reserved) => `「${title}」の駐車スペース${space}番の予約を取り消しました。`,
  notices: {
    reserved: ({ title, space }: Reserved) => `「${title}」の駐車スペース${space}番が予約されました。`,
    released: ({ title, space }: Reserved) =>
      `「${title}」の駐車スペース${space}番のご予約は、事務局により取り消されました。`,
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    no_parking: ({ title }: AboutSession) => `「${pick('ja', title)}」はオンライン開催のため、駐車場はありません。`,
    parking_closed: ({ title }: AboutSession) =>
      `「${pick('ja', title)}」はすでに始まっているため、駐車場の予約はできません。`,
    space_taken: ({ space }: { readonly space: number }) =>
      `駐車スペース${space}番はすでに予約されています。ほかの番号をお選びください。`,
    not_reserved: ({ space }: { readonly space: number }) => `駐車スペース${space}番は予約されていません。`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'parking.reserve': action('駐車場の予約', '会場の駐車スペースを予約します', '駐車場'),
    'parking.release': action('駐車場の予約の取り消し', '駐車スペースの予約を取り消します'),
  },
};

const en: typeof ja = {
  space: 'Parking space',
  spaceNumber: (space) => `No. ${space}`,
  reserve: 'Reserve',
  release: 'Release',
  reserved: ({ title, space }) => `Parking space ${space} is reserved for you at “${title}”.`,
  released: ({ title, space }) => `Parking space ${space} at “${title}” is free again.`,
  notices: {
    reserved: ({ title, space }) => `Parking space ${space} at “${title}” was reserved.`,
    released: ({ title, space }) => `The secretariat released your parking space ${space} at “${title}”.`,
  },
  refusals: {
    no_parking: ({ title }) => `“${pick('en', title)}” takes place online, so there is no parking.`,
    parking_closed: ({ title }) => `“${pick('en', title)}” has begun, so parking can no longer be reserved.`,
    space_taken: ({ space }) => `Parking space ${space} is taken. Please choose another one.`,
    not_reserved: ({ space }) => `Parking space ${space} is not reserved.`,
  },
  actions: {
    'parking.reserve': action('Reserve parking', 'Reserves a parking space at the venue', 'parking'),
    'parking.release': action('Release parking', 'Releases a reserved parking space'),
  },
};

export const parkingTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
