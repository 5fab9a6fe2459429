/** Proves what stands in the picture of somebody without a photograph. */
import { expect, it } from 'vitest';
import { hueOf, initialsOf } from '../../../../page/browser/teams/initials.js';

it.each([
  ['SPP Assistant', 'SA'],
  ['Ken Suzuki', 'KS'],
  ['Maria', 'M'],
  ['鈴木 健', '鈴'],
  ['マリア・サントス', 'マ'],
  ['𠮷田 一', '𠮷'],
])('in the picture of %s stands %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
  expect(hueOf(name)).toBe(hueOf(name));
});
