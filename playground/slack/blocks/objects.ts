/** Block Kit's composition objects: texts, options, confirmation dialogs (docs.slack.dev/reference/block-kit/composition-objects). */
import { boolean, type Check, complain, list, object, oneOf, string, typed } from './check.js';

export function plainText(max: number, min = 1): Check {
  return object({ required: { type: oneOf('plain_text'), text: string(max, min) }, optional: { emoji: boolean } });
}

export function mrkdwn(max: number, min = 1): Check {
  return object({ required: { type: oneOf('mrkdwn'), text: string(max, min) }, optional: { verbatim: boolean } });
}

export function anyText(max: number, min = 1): Check {
  return typed(
    new Map([
      ['plain_text', plainText(max, min)],
      ['mrkdwn', mrkdwn(max, min)],
    ]),
    'text object',
  );
}

export const confirmation: Check = object({
  required: { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  optional: { style: oneOf('primary', 'danger') },
});

/** 3,000 characters at most, and a scheme, without which Slack's clients open nothing. */
export const link: Check = (value, at, walk) => {
  string(3000, 1)(value, at, walk);
  if (typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value)) complain(walk, at, 'invalid url');
};

/** An option of a select menu: plain text only, no link. */
export const menuOption: Check = object({
  required: { text: plainText(75), value: string(150, 1) },
  optional: { description: plainText(75) },
});

/** An option of radio buttons or checkboxes, which alone may carry mrkdwn. */
export const tickOption: Check = object({
  required: { text: anyText(75), value: string(150, 1) },
  optional: { description: anyText(75) },
});

/** An option of an overflow menu, which alone may carry a link. */
export const overflowOption: Check = object({
  required: { text: plainText(75), value: string(150, 1) },
  optional: { description: plainText(75), url: link },
});

export const menuOptionGroup: Check = object({
  required: { label: plainText(75), options: list(menuOption, 1, 100) },
});

export const dispatchConfiguration: Check = object({
  required: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2) },
});

export const slackFile: Check = object({
  optional: { id: string(255, 1), url: link },
  also: (value, at, walk) => {
    if ((value.id === undefined) === (value.url === undefined)) complain(walk, at, 'must provide either id or url');
  },
});
