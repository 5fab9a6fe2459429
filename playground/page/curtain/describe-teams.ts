/** Says of a request between Teams and the bot who acts, or to whom the bot turns, and in a few words what is said. */
import type { Traffic } from '../../teams/ledger.js';
import type { Teams } from '../../teams/server.js';
import { fieldsOf, listOf, textOf } from '../../teams/wire.js';
import type { Described } from './describe-slack.js';
import type { TeamsLabels } from './teams-labels.js';

/** @param labels what was on the buttons and forms of the requests before this one */
export function describeTeams({ world }: Pick<Teams, 'world'>, labels: TeamsLabels, traffic: Traffic): Described {
  return traffic.direction === 'to the bot'
    ? { who: actorOf(traffic), said: deedIn(traffic, labels) }
    : { who: addresseeOf(world, traffic), said: wordsOf(fieldsOf(traffic.request)) };
}

function actorOf({ request }: Traffic): Described['who'] {
  const { aadObjectId, name } = fieldsOf(fieldsOf(request).from);
  return typeof aadObjectId === 'string' ? { seat: `teams:${aadObjectId}`, name: textOf(name) ?? '' } : null;
}

/** What was said, the label that was pressed, the form's title, or what was typed. */
function deedIn(traffic: Traffic, labels: TeamsLabels): string {
  const { type, name, text, value, attachments, action } = fieldsOf(traffic.request);
  const given = fieldsOf(value);
  if (type === 'installationUpdate') return '';
  if (name === 'application/search') return textOf(given.queryText) ?? '';
  if (name === 'task/submit') return labels.form(traffic) ?? '';
  if (name === 'fileConsent/invoke') return textOf(fieldsOf(given.uploadInfo).name) ?? textOf(given.action) ?? '';
  if (value !== undefined && value !== null) return labels.pressed(traffic) ?? verbOf(given) ?? textOf(text) ?? '';
  const said = (textOf(text) ?? textOf(action) ?? '').replaceAll(/<at>(.*?)<\/at>/g, '@$1');
  const files = listOf(attachments).flatMap((attachment) => textOf(fieldsOf(attachment).name) ?? []);
  return said.trim() === '' ? files.join(', ') : said;
}

/** By what a card's button is called in its own data, where nobody has seen the card. */
function verbOf(value: Readonly<Record<string, unknown>>): string | undefined {
  return [fieldsOf(value.action).verb, fieldsOf(value.data).verb, value.verb, fieldsOf(value.data).action, value.action]
    .map(textOf)
    .find((verb) => verb !== undefined);
}

function addresseeOf(world: Teams['world'], { what, conversation, request, path }: Traffic): Described['who'] {
  const found = conversation === undefined ? undefined : world.find(conversation)?.conversation;
  if (found?.type === 'channel') return { seat: null, name: `${found.team.name} › ${found.channel.name}` };
  const [member] = listOf(fieldsOf(request).members);
  const created = what === 'create' ? world.directory.user(textOf(fieldsOf(member).id) ?? '') : undefined;
  const asked = what === 'member' ? world.directory.user(decodeURIComponent(path.split('/').at(-1) ?? '')) : undefined;
  const user = asked ?? created ?? found?.user;
  return user === undefined ? null : { seat: `teams:${user.aadObjectId}`, name: user.name };
}

/** What is posted: the text, the words of its notification, or the first words on its card. */
function wordsOf(activity: Readonly<Record<string, unknown>>): string {
  const [first] = listOf(activity.attachments);
  return (
    [textOf(activity.text), textOf(activity.summary)].find((words) => words !== undefined && words.trim() !== '') ??
    firstWords(fieldsOf(first).content) ??
    textOf(fieldsOf(first).name) ??
    ''
  );
}

function firstWords(part: unknown): string | undefined {
  if (Array.isArray(part)) {
    for (const one of part) {
      const words = firstWords(one);
      if (words !== undefined) return words;
    }
    return undefined;
  }
  const { type, text, title, body, items, columns } = fieldsOf(part);
  if (type === 'TextBlock') return textOf(text);
  return firstWords(listOf(body ?? items ?? columns)) ?? textOf(title) ?? textOf(text);
}
