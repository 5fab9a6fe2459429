/** Each action's recogniser holds to its own examples, and takes none of its counter-examples for it. */
import { describe, expect, it } from 'vitest';
import { actions } from '../../../programme/rooms.js';
import { understand } from '../../support/understand.js';

const withExamples = actions.filter(({ recognise }) => recognise.examples !== undefined);

describe.each(withExamples)('$name', ({ name, recognise }) => {
  it.each(recognise.examples ?? [])('is meant by “$say”', ({ say, input = {} }) => {
    const { action, input: read, choices, unused } = understand(say);
    expect({ action, input: read, choices, unused }).toEqual({ action: name, input, choices: undefined });
  });

  it.each((recognise.counterExamples ?? []).map((say) => ({ say })))('is not meant by “$say”', ({ say }) => {
    expect(understand(say).action).not.toBe(name);
  });
});
