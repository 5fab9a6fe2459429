/** One person's Slack or Teams, fetched when it is first shown; a fault in it leaves the rest of the page alone. */
import { Component, lazy, type ReactNode, Suspense } from 'react';
import type { ClientSessionId } from '../../protocol.js';
import { useWords } from '../language.js';
import { platformOf } from './pane-layout.js';
import { shellWords } from './words.js';

const SlackPane = lazy(async () => ({ default: (await import('../slack/slack-pane.js')).SlackPane }));
const TeamsPane = lazy(async () => ({ default: (await import('../teams/teams-pane.js')).TeamsPane }));
const LateInspector = lazy(async () => ({ default: (await import('../inspector/inspector.js')).Inspector }));

export function Client({ clientSession }: { readonly clientSession: ClientSessionId }) {
  const Pane = platformOf(clientSession) === 'slack' ? SlackPane : TeamsPane;
  // By client session, so that nothing typed as one person is left when another is shown, and a fault stays with whom it struck.
  return (
    <Contained key={clientSession}>
      <Pane clientSession={clientSession} />
    </Contained>
  );
}

export function InspectorContent() {
  return (
    <Contained>
      <LateInspector />
    </Contained>
  );
}

function Contained({ children }: { readonly children: ReactNode }) {
  return (
    <Boundary fallback={<Broken />}>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </Boundary>
  );
}

interface BoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A class, since React has error boundaries in no other form. It logs the error itself. */
class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  static getDerivedStateFromError() {
    return { broken: true };
  }

  override state = { broken: false };

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}

function Broken() {
  const words = useWords(shellWords).panes;
  return (
    <div className="shell-blank" role="alert">
      <p>{words.broken}</p>
      <button type="button" className="shell-button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </div>
  );
}

function Waiting() {
  const words = useWords(shellWords).panes;
  return (
    <div className="shell-blank">
      <span className="shell-spinner" aria-hidden="true" />
      <p>{words.loading}</p>
    </div>
  );
}
