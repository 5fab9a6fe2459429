/** Who sits in which pane survives a reload, and nobody is shown twice. */
import { describe, expect, test } from 'vitest';
import {
  changeSeating,
  formatSeating,
  nobody,
  parseSeating,
  type Seating,
  shownSeats,
} from '../../../../page/browser/shell/seating.js';

const oneSlack = 'slack:U1';
const oneTeams = 'teams:00000000-0000-4000-8000-000000000001';
const two: Seating = { panes: [oneSlack, oneTeams], active: 1 };

describe('the address', () => {
  test.each<[string, Seating['panes']]>([
    ['#slack:U1', [oneSlack]],
    [`#slack:U1,${oneTeams}`, [oneSlack, oneTeams]],
    ['#slack:U1,', [oneSlack, null]],
    [`#,${oneTeams}`, [null, oneTeams]],
  ])('%s keeps who is shown', (hash, panes) => {
    expect(parseSeating(hash)).toEqual({ panes, active: 0 });
    expect(formatSeating({ panes, active: 0 })).toBe(hash);
  });

  test('names a seat as browsers copy it', () => {
    expect(parseSeating(`#slack%3AU1%2C${encodeURIComponent(oneTeams)}`)?.panes).toEqual([oneSlack, oneTeams]);
  });

  test.each([
    '',
    '#',
    '#,',
    '#people',
    '#slack:',
    '#mail:U1',
    '#slack:U1,slack:U2,slack:U3',
    '#%E0%A4%A',
    '#slack:<b>',
  ])('"%s" names nobody', (hash) => {
    expect(parseSeating(hash)).toBeUndefined();
  });

  test('is clean while nobody is shown', () => {
    expect(formatSeating(nobody)).toBe('');
    expect(formatSeating({ panes: [null, null], active: 1 })).toBe('');
  });
});

describe('the panes', () => {
  test('a click goes to the active pane and leaves the other', () => {
    expect(changeSeating(two, { kind: 'show', seat: 'slack:U9' })).toEqual({
      panes: [oneSlack, 'slack:U9'],
      active: 1,
    });
    expect(changeSeating(nobody, { kind: 'show', seat: oneSlack })).toEqual({ panes: [oneSlack], active: 0 });
  });

  test('a pane may be named, and becomes the active one', () => {
    expect(changeSeating(two, { kind: 'show', seat: 'slack:U9', pane: 0 })).toEqual({
      panes: ['slack:U9', oneTeams],
      active: 0,
    });
  });

  test('who is shown already is not shown twice', () => {
    expect(changeSeating(two, { kind: 'show', seat: oneSlack })).toEqual({ ...two, active: 0 });
    expect(changeSeating(two, { kind: 'show', seat: oneTeams })).toBe(two);
  });

  test('the second pane opens empty and active, once', () => {
    const opened = changeSeating({ panes: [oneSlack], active: 0 }, { kind: 'open second' });
    expect(opened).toEqual({ panes: [oneSlack, null], active: 1 });
    expect(changeSeating(opened, { kind: 'open second' })).toEqual(opened);
  });

  test('closing one leaves the other; closing the last leaves nobody', () => {
    const closed = changeSeating(two, { kind: 'close', pane: 0 });
    expect(closed).toEqual({ panes: [oneTeams], active: 0 });
    expect(changeSeating(closed, { kind: 'close', pane: 0 })).toEqual(nobody);
  });

  test('a pane that is not there cannot be active', () => {
    expect(changeSeating(nobody, { kind: 'activate', pane: 1 })).toBe(nobody);
  });

  test('only those who sit somewhere are watched', () => {
    expect(shownSeats({ panes: [oneSlack, null], active: 1 })).toEqual([oneSlack]);
  });
});
