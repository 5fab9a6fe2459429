/** The name of a session in a list of choices: its day and code survive every limit, and no character is torn apart. */
import { describe, expect, it } from 'vitest';
import { LONGEST_CHOICE_LABEL, sessionChoice, shortenMiddle } from '../../../programme/messages/session-choice.js';

const english = {
  day: 'Wed, 4 Dec 2024',
  when: 'Wed, 4 Dec 2024 13:00–16:00 JST',
  title: 'Education for working-level personnel on human rights in the supply chain of company staff',
};
const japanese = {
  day: '2024年12月4日(水)',
  when: '2024年12月4日(水) 13:00〜16:00',
  title:
    '実務担当者向け研修 サプライチェーンにおける人権の尊重と責任ある調達の進め方について、企業の担当者とともに考える会',
};
const elsewhere = `${english.when} [Wed, 4 Dec 2024 04:00–07:00 Europe/London (UTC)]`;

describe('a session in a list of choices', () => {
  it('keeps the times where there is room, and the beginning and the end of the title', () => {
    const label = sessionChoice({ ...english, code: 'WLT-1' });
    expect(label).toBe('Wed, 4 Dec 2024 13:00–16:00 JST WLT-1 Education for work…n of company staff');
    expect(sessionChoice({ ...japanese, code: 'WLT-1' })).toMatch(
      /^2024年12月4日\(水\) 13:00〜16:00 WLT-1 実務担当者向け研修.+….+考える会$/,
    );
  });

  it('gives the times up before the title', () => {
    const label = sessionChoice({ ...english, when: elsewhere, code: 'WLT-1' });
    expect(label).toBe('Wed, 4 Dec 2024 … WLT-1 Education for working-lev…ly chain of company staff');
  });

  it.each([75, 150])('is whole where it fits, and never longer than %i', (longest) => {
    expect(LONGEST_CHOICE_LABEL).toBe(75);
    for (const session of [english, japanese, { ...english, when: elsewhere }]) {
      for (const code of ['A', 'WLT-1', 'SEMINAR-2024-DAY-1']) {
        const label = sessionChoice({ ...session, code }, longest);
        expect(label.length).toBeLessThanOrEqual(longest);
        expect(label).toContain(session.day);
        expect(label).toContain(` ${code} `);
        expect(sessionChoice({ ...session, title: '短い', code }, 400)).toBe(`${session.when} ${code} 短い`);
      }
    }
  });

  it('tells two of a series apart that differ in their code alone', () => {
    const labels = ['WLT-1', 'WLT-2'].map((code) => sessionChoice({ ...english, code }));
    expect(new Set(labels).size).toBe(2);
  });

  it('tears no character apart', () => {
    const text = '👩‍👩‍👧葛󠄀𠮷'.repeat(20);
    for (let longest = 1; longest < 90; longest += 1) {
      const short = shortenMiddle(text, longest);
      expect(short.length).toBeLessThanOrEqual(longest);
      const pieces = [...new Intl.Segmenter('ja').segment(short.replace('…', ''))].map(({ segment }) => segment);
      expect(pieces.every((piece) => ['👩‍👩‍👧', '葛󠄀', '𠮷'].includes(piece))).toBe(true);
    }
  });

  it('takes the longest text that anybody can send, in a moment and without filling the memory', () => {
    const before = process.memoryUsage().heapUsed;
    const short = shortenMiddle('あ'.repeat(200_000), 75);
    expect(short).toHaveLength(75);
    // One object for each character, each with the text, would be some 80 GB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500_000_000);
  });
});
