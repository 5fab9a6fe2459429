/** Who is shown in which pane, and how that is written into the page's address. */
import type { ClientSessionId, PagePerson, Platform } from '../../protocol.js';

/** One pane or two; null is a pane in which nobody is shown yet. */
export interface PaneLayout {
  readonly panes: readonly [ClientSessionId | null] | readonly [ClientSessionId | null, ClientSessionId | null];
  /** The pane that the next click in the list of people goes to. */
  readonly active: 0 | 1;
}

export type PaneIndex = PaneLayout['active'];

export const nobody: PaneLayout = { panes: [null], active: 0 };

/** `#slack:U1,teams:…`; an empty name is an empty pane; undefined where the address names nobody or is not of this page. */
export function parsePaneLayout(hash: string): PaneLayout | undefined {
  const [first = null, second, ...more] = decoded(hash.replace(/^#/, ''))
    .split(',')
    .map((name) => (name === '' ? null : readClientSession(name)));
  if (more.length > 0 || first === undefined || (first === null && (second ?? null) === null)) return undefined;
  return second === undefined ? { panes: [first], active: 0 } : { panes: [first, second], active: 0 };
}

/** Empty where nobody is shown, so that the address stays clean. */
export function formatPaneLayout({ panes }: PaneLayout): string {
  return panes.every((clientSession) => clientSession === null)
    ? ''
    : `#${panes.map((clientSession) => clientSession ?? '').join(',')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the server takes for a client session; null for anything else, so that a mistyped link leaves the pane empty. */
function readClientSession(name: string): ClientSessionId | null {
  const [, platform, account] = /^(slack|teams):([\w:.@-]{1,200})$/.exec(name) ?? [];
  if (account === undefined || (platform !== 'slack' && platform !== 'teams')) return null;
  return `${platform}:${account}`;
}

export function platformOf(clientSession: ClientSessionId): Platform {
  return clientSession.startsWith('slack:') ? 'slack' : 'teams';
}

export type PaneLayoutChange =
  /** Into the active pane, or into `pane`; a client session that another pane already shows is only made active there. */
  | { readonly kind: 'show'; readonly clientSession: ClientSessionId; readonly pane?: PaneIndex }
  | { readonly kind: 'show both'; readonly clientSessions: readonly [ClientSessionId, ClientSessionId] }
  | { readonly kind: 'open second' }
  | { readonly kind: 'close'; readonly pane: PaneIndex }
  | { readonly kind: 'activate'; readonly pane: PaneIndex }
  | { readonly kind: 'replace'; readonly layout: PaneLayout };

export function changePaneLayout(layout: PaneLayout, change: PaneLayoutChange): PaneLayout {
  const { panes, active } = layout;
  switch (change.kind) {
    case 'show': {
      const shown = panes.indexOf(change.clientSession);
      if (shown !== -1) return activated(layout, shown === 1 ? 1 : 0);
      const pane = change.pane ?? active;
      if (panes.length === 1) return { panes: [change.clientSession], active: 0 };
      return { panes: pane === 0 ? [change.clientSession, panes[1]] : [panes[0], change.clientSession], active: pane };
    }
    case 'show both':
      return { panes: change.clientSessions, active: 0 };
    case 'open second':
      return { panes: [panes[0], panes[1] ?? null], active: 1 };
    case 'close':
      if (panes.length === 1) return nobody;
      return { panes: [change.pane === 0 ? panes[1] : panes[0]], active: 0 };
    case 'activate':
      return activated(layout, change.pane);
    case 'replace':
      return change.layout;
  }
}

function activated(layout: PaneLayout, pane: PaneIndex): PaneLayout {
  if (pane === layout.active || pane >= layout.panes.length) return layout;
  return { ...layout, active: pane };
}

export function shownClientSessions({ panes }: PaneLayout): readonly ClientSessionId[] {
  return panes.filter((clientSession) => clientSession !== null);
}

export function personOf(people: readonly PagePerson[], clientSession: ClientSessionId): PagePerson | undefined {
  return people.find(({ clientSessions }) => clientSessions.includes(clientSession));
}
