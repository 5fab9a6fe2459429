/** The way of attending that a sentence asks for: the one that is not refused or, of two, the one that is changed to. */
import { expect, it } from 'vitest';
import { modeIn, sentenceOf } from '../../../bot/interpret/sentence.js';

it.each([
  ['会場に伺うつもりでしたが、Zoomに切り替えたい', 'online'],
  ['リモートで出す予定やったけど、やっぱ対面にしますわ', 'onsite'],
  ['I planned to come in person, please switch me to remote', 'online'],
  ['not online, on-site instead', 'onsite'],
  ["I'll be dialing in from Osaka", 'online'],
  ['i will come physicaly', 'onsite'],
  ['会場からオンラインに変更', 'online'],
])('%s', (text, mode) => expect(modeIn(sentenceOf(text))).toBe(mode));

it.each(['会場とオンラインのどちらですか', '会場は無理です', 'online or in person?'])('says none: %s', (text) =>
  expect(modeIn(sentenceOf(text))).toBeUndefined(),
);
