/** The app's manifest for Teams, in Japanese and English, made from the actions there are. Schema: learn.microsoft.com, "App manifest reference", version 1.25. */

import type { Action } from '../../programme/requests/action.js';
import type { Language } from '../../programme/requests/context.js';
import { actions } from '../../programme/rooms.js';

export const manifestVersion = '1.25';

/** The ground of color.png. */
const accentColor = '#1F6F54';

/** Teams shows so many commands of a list. */
const MOST_COMMANDS = 12;

export interface ManifestOptions {
  readonly appId: string;
  /** Where the bot is reached from outside, on https. */
  readonly publicUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Of the app; a change of the manifest needs a higher one. */
  readonly version: string;
}

const words: Record<
  Language,
  { readonly short: string; readonly full: string; readonly line: string; readonly text: string }
> = {
  ja: {
    short: 'SPP アシスタント',
    full: 'SPP 能力構築プログラム アシスタント',
    line: 'セッションの参加登録、変更のお知らせ、予定の確認をお手伝いします。',
    text: 'Sustainable Procurement Partnership の能力構築プログラムにご参加の企業の皆さまと事務局のためのアシスタントです。セッションの日程確認と参加登録、参加方法の変更、代理出席、受付、お知らせの受け取りを、日本語と英語で行えます。ご利用には事務局からお渡しする招待コード、またはプログラムに登録されたメールアドレスが必要です。',
  },
  en: {
    short: 'SPP Assistant',
    full: 'SPP Capacity Building Programme Assistant',
    line: 'Registers you for sessions, tells you what changes, and shows your schedule.',
    text: 'An assistant for the companies and the secretariat of the Sustainable Procurement Partnership’s capacity-building programme. See the schedule, register for sessions, change between on site and online, send a substitute, check in and be told of changes, in Japanese and English. You need the invitation code from the secretariat or an e-mail address that the programme knows.',
  },
};

interface CommandList {
  readonly scopes: readonly ('personal' | 'team' | 'groupChat')[];
  readonly listed: readonly Action[];
}

/** What participants can ask for; the menu's actions first in line for the places there are, in the menu's order. */
function commandLists(): readonly CommandList[] {
  const theirs = actions.filter(
    ({ who, offered }) => offered !== 'contextual' && (who === 'anyone' || who.includes('participant')),
  );
  const first = [
    ...theirs.filter(({ offered }) => offered === 'menu'),
    ...theirs.filter(({ offered }) => offered !== 'menu'),
  ];
  const kept = new Set(first.slice(0, MOST_COMMANDS));
  return [
    { scopes: ['personal'], listed: theirs.filter((action) => kept.has(action)) },
    // In channels answers go to the personal chat, so only what leads there is offered.
    {
      scopes: ['team', 'groupChat'],
      listed: actions.filter(({ name }) => ['home.show', 'session.list', 'help.show'].includes(name)),
    },
  ];
}

/** The manifest itself, in Japanese. */
export function manifest(options: ManifestOptions) {
  const { short, full, line, text } = words.ja;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: options.version,
    id: options.appId,
    developer: {
      name: 'SPP',
      websiteUrl: options.publicUrl,
      privacyUrl: options.privacyUrl,
      termsOfUseUrl: options.termsUrl,
    },
    localizationInfo: {
      defaultLanguageTag: 'ja',
      defaultLanguageFile: 'ja.json',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    name: { short, full },
    description: { short: line, full: text },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    bots: [
      {
        botId: options.appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: commandLists().map(({ scopes, listed }) => ({
          scopes,
          commands: listed.map(({ texts }) => ({ title: texts.ja.title, description: texts.ja.help })),
        })),
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(options.publicUrl).host],
    defaultInstallScope: 'personal',
  };
}

/** The texts of the manifest in one language. */
export function languageFile(language: Language): Readonly<Record<string, string>> {
  const { short, full, line, text } = words[language];
  const commands = commandLists().flatMap(({ listed }, list) =>
    listed.flatMap(({ texts }, command): [string, string][] => {
      const at = `bots[0].commandLists[${list}].commands[${command}]`;
      return [
        [`${at}.title`, texts[language].title],
        [`${at}.description`, texts[language].help],
      ];
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': short,
    'name.full': full,
    'description.short': line,
    'description.full': text,
    ...Object.fromEntries(commands),
  };
}
