/** What Teams accepts from a bot as a message, and as the card or text of a dialog. */
import { cardProblems } from './card-validate.js';
import { plainProblem } from './card-values.js';
import {
  adaptiveCardType,
  type Fields,
  fieldsOf,
  fileConsentType,
  fileInfoType,
  heroCardType,
  isFields,
  largestMessage,
  listOf,
  type Problem,
  textOf,
  thumbnailCardType,
} from './wire.js';

type Place = 'personal' | 'channel';

/** Teams shows six suggested actions, and only in a personal chat. */
const mostSuggestedActions = 6;

const messageFields = new Set([
  ...['type', 'id', 'timestamp', 'localTimestamp', 'localTimezone', 'callerId', 'channelId', 'serviceUrl', 'from'],
  ...['recipient', 'conversation', 'replyToId', 'text', 'textFormat', 'attachmentLayout', 'attachments', 'summary'],
  ...['inputHint', 'suggestedActions', 'entities', 'channelData', 'locale', 'importance', 'deliveryMode', 'speak'],
]);

function unknownFields(fields: Fields, known: readonly string[], at: string): readonly Problem[] {
  return Object.keys(fields)
    .filter((name) => !known.includes(name))
    .map((name) => ({ at: `${at}.${name}`, problem: 'is not known here' }));
}

function texts(fields: Fields, names: readonly string[], at: string): readonly Problem[] {
  return names
    .filter((name) => fields[name] !== undefined && typeof fields[name] !== 'string')
    .map((name) => ({ at: `${at}.${name}`, problem: 'must be a string' }));
}

const cardButtonTypes = ['openUrl', 'imBack', 'messageBack', 'invoke', 'signin'];

function cardButtonProblems(button: unknown, at: string, types: readonly string[]): readonly Problem[] {
  if (!isFields(button)) {
    return [{ at, problem: 'must be an object' }];
  }
  const type = textOf(button.type) ?? '';
  return [
    ...(types.includes(type) ? [] : [{ at: `${at}.type`, problem: `must be one of ${types.join(', ')}` }]),
    ...(textOf(button.title) ? [] : [{ at: `${at}.title`, problem: 'is missing' }]),
    ...(type !== 'messageBack' && button.value === undefined ? [{ at: `${at}.value`, problem: 'is missing' }] : []),
    ...(type === 'openUrl' && plainProblem('link', button.value) !== undefined
      ? [{ at: `${at}.value`, problem: 'must be an absolute address' }]
      : []),
    ...unknownFields(button, ['type', 'title', 'value', 'text', 'displayText', 'image', 'imageAltText'], at),
  ];
}

function heroProblems(content: Fields, at: string): readonly Problem[] {
  const buttons = listOf(content.buttons);
  const empty = ['title', 'subtitle', 'text'].every((name) => !content[name]) && buttons.length === 0;
  return [
    ...texts(content, ['title', 'subtitle', 'text'], at),
    ...(empty && listOf(content.images).length === 0 ? [{ at, problem: 'is blank' }] : []),
    ...(buttons.length > mostSuggestedActions ? [{ at: `${at}.buttons`, problem: 'Teams shows six' }] : []),
    ...buttons.flatMap((button, index) => cardButtonProblems(button, `${at}.buttons[${index}]`, cardButtonTypes)),
    ...listOf(content.images).flatMap((image, index) =>
      plainProblem('url', fieldsOf(image).url) === undefined
        ? []
        : [{ at: `${at}.images[${index}].url`, problem: 'must be an absolute address' }],
    ),
    ...unknownFields(content, ['title', 'subtitle', 'text', 'buttons', 'images', 'tap'], at),
  ];
}

function consentProblems(attachment: Fields, content: Fields, place: Place, at: string): readonly Problem[] {
  return [
    ...(place === 'personal' ? [] : [{ at, problem: 'files can only be offered in a personal chat' }]),
    ...(textOf(attachment.name) ? [] : [{ at: `${at}.name`, problem: 'is missing' }]),
    ...texts(content, ['description'], `${at}.content`),
    ...(Number.isInteger(content.sizeInBytes) && Number(content.sizeInBytes) > 0
      ? []
      : [{ at: `${at}.content.sizeInBytes`, problem: 'must be the number of bytes' }]),
    ...['acceptContext', 'declineContext']
      .filter((name) => !isFields(content[name]))
      .map((name) => ({ at: `${at}.content.${name}`, problem: 'must be an object' })),
    ...unknownFields(content, ['description', 'sizeInBytes', 'acceptContext', 'declineContext'], `${at}.content`),
  ];
}

function infoProblems(attachment: Fields, content: Fields, at: string): readonly Problem[] {
  return [
    ...['uniqueId', 'fileType']
      .filter((name) => !textOf(content[name]))
      .map((name) => ({ at: `${at}.content.${name}`, problem: 'is missing' })),
    ...(plainProblem('url', attachment.contentUrl) ? [{ at: `${at}.contentUrl`, problem: 'must be an address' }] : []),
  ];
}

/** What is wrong with one attachment: unknown content types are refused, for Teams drops them without a word. */
function attachmentProblems(attachment: unknown, place: Place, at: string): readonly Problem[] {
  if (!isFields(attachment)) {
    return [{ at, problem: 'must be an object' }];
  }
  const type = textOf(attachment.contentType) ?? '';
  const { content } = attachment;
  if (type.startsWith('image/')) {
    const problem = plainProblem('url', attachment.contentUrl);
    return problem === undefined ? [] : [{ at: `${at}.contentUrl`, problem }];
  }
  if (![adaptiveCardType, heroCardType, thumbnailCardType, fileConsentType, fileInfoType].includes(type)) {
    return [{ at: `${at}.contentType`, problem: `Teams does not show "${type}"` }];
  }
  if (!isFields(content)) {
    return [{ at: `${at}.content`, problem: 'must be an object' }];
  }
  switch (type) {
    case adaptiveCardType:
      return cardProblems(content, 'message').map((found) => ({ ...found, at: `${at}.${found.at}` }));
    case fileConsentType:
      return consentProblems(attachment, content, place, at);
    case fileInfoType:
      return infoProblems(attachment, content, at);
    default:
      return heroProblems(content, `${at}.content`);
  }
}

function suggestionProblems(suggestedActions: unknown, place: Place): readonly Problem[] {
  if (suggestedActions === undefined) {
    return [];
  }
  const at = 'suggestedActions';
  const buttons = listOf(fieldsOf(suggestedActions).actions);
  return [
    ...(place === 'personal' ? [] : [{ at, problem: 'are shown in personal chats only' }]),
    ...(buttons.length === 0 ? [{ at, problem: 'has no actions' }] : []),
    ...(buttons.length > mostSuggestedActions
      ? [{ at, problem: `has ${buttons.length} actions; Teams shows ${mostSuggestedActions}` }]
      : []),
    ...buttons.flatMap((button, index) => cardButtonProblems(button, `${at}.actions[${index}]`, ['imBack'])),
  ];
}

function mentionProblems(activity: Fields): readonly Problem[] {
  const text = textOf(activity.text) ?? '';
  return listOf(activity.entities).flatMap((entity, index) => {
    const { type, text: words, mentioned } = fieldsOf(entity);
    const at = `entities[${index}]`;
    if (type !== 'mention') {
      return [];
    }
    const inCard = JSON.stringify(activity.attachments ?? []).includes(String(words));
    return [
      ...(textOf(words) && (text.includes(String(words)) || inCard)
        ? []
        : [{ at: `${at}.text`, problem: 'must stand in the text, character for character' }]),
      ...(textOf(fieldsOf(mentioned).id) ? [] : [{ at: `${at}.mentioned.id`, problem: 'is missing' }]),
    ];
  });
}

/** Teams refuses two of them (learn.microsoft.com, "Bot messages with AI-generated content"). */
function labelProblems(activity: Fields): readonly Problem[] {
  const labels = listOf(activity.entities).filter((entity) => fieldsOf(entity).type === 'https://schema.org/Message');
  return labels.length > 1 ? [{ at: 'entities', problem: 'has more than one message entity' }] : [];
}

/** Every problem of an activity that the bot sends or puts in the place of another. */
export function outgoingProblems(activity: Fields, place: Place): readonly Problem[] {
  if (activity.type === 'typing') {
    return [];
  }
  if (activity.type !== 'message') {
    return [{ at: 'type', problem: `Teams does not take activities of the type ${JSON.stringify(activity.type)}` }];
  }
  const attachments = listOf(activity.attachments);
  const empty = !textOf(activity.text)?.trim() && attachments.length === 0;
  const oneOf = (name: string, allowed: readonly string[]) =>
    activity[name] === undefined || allowed.includes(String(activity[name]))
      ? []
      : [{ at: name, problem: `must be one of ${allowed.join(', ')}` }];
  return [
    ...(empty ? [{ at: 'text', problem: 'a message needs a text or an attachment' }] : []),
    ...texts(activity, ['text', 'summary', 'locale', 'replyToId'], 'activity'),
    ...oneOf('textFormat', ['plain', 'markdown', 'xml']),
    ...oneOf('attachmentLayout', ['list', 'carousel']),
    ...oneOf('importance', ['low', 'normal', 'high', 'urgent']),
    ...(attachments.length > 10 ? [{ at: 'attachments', problem: 'Teams shows at most ten cards' }] : []),
    ...attachments.flatMap((attachment, index) => attachmentProblems(attachment, place, `attachments[${index}]`)),
    ...suggestionProblems(activity.suggestedActions, place),
    ...mentionProblems(activity),
    ...labelProblems(activity),
    ...Object.keys(activity)
      .filter((name) => !messageFields.has(name))
      .map((name) => ({ at: name, problem: 'is not a field of a message' })),
  ];
}

const dialogFields = ['title', 'height', 'width', 'url', 'card', 'fallbackUrl', 'completionBotId'];

/** What is wrong with the `value` of a dialog that is to be shown: exactly one of card and url, and sizes that exist. */
export function dialogProblems(value: unknown): readonly Problem[] {
  const at = 'task.value';
  if (!isFields(value)) {
    return [{ at, problem: 'must be an object' }];
  }
  const card = fieldsOf(value.card);
  const size = (name: string) =>
    value[name] === undefined ||
    (typeof value[name] === 'number' && Number(value[name]) > 0) ||
    ['small', 'medium', 'large'].includes(String(value[name]))
      ? []
      : [{ at: `${at}.${name}`, problem: 'must be small, medium, large or a number of pixels' }];
  return [
    ...((value.card === undefined) === (value.url === undefined)
      ? [{ at, problem: 'must hold either a card or a url' }]
      : []),
    ...(value.url === undefined || plainProblem('url', value.url) === undefined
      ? []
      : [{ at: `${at}.url`, problem: 'must be an absolute address' }]),
    ...(value.card === undefined || card.contentType === adaptiveCardType
      ? []
      : [{ at: `${at}.card.contentType`, problem: `must be ${adaptiveCardType}` }]),
    ...(value.card === undefined ? [] : cardProblems(card.content, 'dialog')),
    ...(Buffer.byteLength(JSON.stringify(value)) > largestMessage
      ? [{ at, problem: `is larger than ${largestMessage} bytes` }]
      : []),
    ...texts(value, ['title', 'url', 'fallbackUrl'], at),
    ...size('height'),
    ...size('width'),
    ...unknownFields(value, dialogFields, at),
  ];
}
