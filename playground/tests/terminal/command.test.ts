/** How a typed line is read. */
import { describe, expect, it } from 'vitest';
import { readCommand, readPress } from '../../terminal/command.js';

describe('a typed line', () => {
  it('is said to the bot where it is no command', () => {
    for (const text of ['こんにちは', 'look at this', 'time please', 'MSM-1 オンラインで参加']) {
      expect(readCommand(text)).toEqual({ do: 'say', text });
    }
    expect(readCommand('say press on')).toEqual({ do: 'say', text: 'press on' });
  });

  it('is a command whatever its case and width', () => {
    expect(readCommand(' LOOK ')).toEqual({ do: 'look' });
    expect(readCommand('?')).toEqual({ do: 'help' });
    expect(readCommand('')).toEqual({ do: 'nothing' });
    expect(readCommand('/spp help')).toEqual({ do: 'slash', line: '/spp help' });
  });

  it('names the platform after the person', () => {
    expect(readCommand('as 青葉 誠 Teams')).toEqual({ do: 'as', name: '青葉 誠', platform: 'teams' });
    expect(readCommand('as 青葉\u3000誠')).toEqual({ do: 'as', name: '青葉\u3000誠', platform: null });
    expect(readCommand('as teams')).toEqual({ do: 'as', name: 'teams', platform: null });
  });

  it('fills a field with what follows the first sign of equality', () => {
    expect(readCommand('fill 会場 = A=B')).toEqual({ do: 'fill', label: '会場', value: 'A=B' });
    expect(readCommand('fill 会場\uff1d丸の内')).toEqual({ do: 'fill', label: '会場', value: '丸の内' });
    expect(readCommand('fill 会場 =')).toEqual({ do: 'fill', label: '会場', value: '' });
  });

  it('says what is missing', () => {
    for (const text of ['as', 'press', 'fill', 'jump', 'say', 'fill 会場']) {
      expect(readCommand(text)).toMatchObject({
        do: 'unclear',
        why: expect.stringContaining(text.split(' ')[0] ?? ''),
      });
    }
  });

  it('finds the text that a button stands near, unless the label itself reads so', () => {
    expect(readPress('Join near MSM-1', ['Join'])).toEqual({ label: 'Join', near: 'MSM-1' });
    expect(readPress('Rooms near you', ['Rooms near you'])).toEqual({ label: 'Rooms near you' });
    expect(readPress('Rooms near you near MSM-1', ['Join'])).toEqual({ label: 'Rooms near you', near: 'MSM-1' });
  });
});
