/** Who is shown in which pane survives a reload, and nobody is shown twice. */
import { describe, expect, test } from 'vitest';
import {
  changePaneLayout,
  formatPaneLayout,
  nobody,
  type PaneLayout,
  parsePaneLayout,
  shownClientSessions,
} from '../../../../page/browser/shell/pane-layout.js';

const oneSlack = 'slack:U1';
const oneTeams = 'teams:00000000-0000-4000-8000-000000000001';
const two: PaneLayout = { panes: [oneSlack, oneTeams], active: 1 };

describe('the address', () => {
  test.each<[string, PaneLayout['panes']]>([
    ['#slack:U1', [oneSlack]],
    [`#slack:U1,${oneTeams}`, [oneSlack, oneTeams]],
    ['#slack:U1,', [oneSlack, null]],
    [`#,${oneTeams}`, [null, oneTeams]],
  ])('%s keeps who is shown', (hash, panes) => {
    expect(parsePaneLayout(hash)).toEqual({ panes, active: 0 });
    expect(formatPaneLayout({ panes, active: 0 })).toBe(hash);
  });

  test('names a client session as browsers copy it', () => {
    expect(parsePaneLayout(`#slack%3AU1%2C${encodeURIComponent(oneTeams)}`)?.panes).toEqual([oneSlack, oneTeams]);
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
    expect(parsePaneLayout(hash)).toBeUndefined();
  });

  test('is clean while nobody is shown', () => {
    expect(formatPaneLayout(nobody)).toBe('');
    expect(formatPaneLayout({ panes: [null, null], active: 1 })).toBe('');
  });
});

describe('the panes', () => {
  test('a click goes to the active pane and leaves the other', () => {
    expect(changePaneLayout(two, { kind: 'show', clientSession: 'slack:U9' })).toEqual({
      panes: [oneSlack, 'slack:U9'],
      active: 1,
    });
    expect(changePaneLayout(nobody, { kind: 'show', clientSession: oneSlack })).toEqual({
      panes: [oneSlack],
      active: 0,
    });
  });

  test('a pane may be named, and becomes the active one', () => {
    expect(changePaneLayout(two, { kind: 'show', clientSession: 'slack:U9', pane: 0 })).toEqual({
      panes: ['slack:U9', oneTeams],
      active: 0,
    });
  });

  test('who is shown already is not shown twice', () => {
    expect(changePaneLayout(two, { kind: 'show', clientSession: oneSlack })).toEqual({ ...two, active: 0 });
    expect(changePaneLayout(two, { kind: 'show', clientSession: oneTeams })).toBe(two);
  });

  test('the second pane opens empty and active, once', () => {
    const opened = changePaneLayout({ panes: [oneSlack], active: 0 }, { kind: 'open second' });
    expect(opened).toEqual({ panes: [oneSlack, null], active: 1 });
    expect(changePaneLayout(opened, { kind: 'open second' })).toEqual(opened);
  });

  test('closing one leaves the other; closing the last leaves nobody', () => {
    const closed = changePaneLayout(two, { kind: 'close', pane: 0 });
    expect(closed).toEqual({ panes: [oneTeams], active: 0 });
    expect(changePaneLayout(closed, { kind: 'close', pane: 0 })).toEqual(nobody);
  });

  test('a pane that is not there cannot be active', () => {
    expect(changePaneLayout(nobody, { kind: 'activate', pane: 1 })).toBe(nobody);
  });

  test('only those who are shown are watched', () => {
    expect(shownClientSessions({ panes: [oneSlack, null], active: 1 })).toEqual([oneSlack]);
  });
});
