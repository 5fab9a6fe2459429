/** The stack of modals: the one in front can be filled in, those beneath show their edges. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Done } from '../../command.js';
import type { SlackView } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { BlockList } from './blocks/block-list.js';
import { DialogFrame } from './dialog-frame.js';
import { BackIcon, CrossIcon, WarningIcon } from './icons.js';
import { errorWords } from './known-sentences.js';
import { useBusy, usePane } from './pane-context.js';
import { markTold, SurfaceProvider, untold } from './surface.js';
import { slackWords } from './words.js';

export function ModalStack({ modals }: { readonly modals: readonly SlackView[] }) {
  const top = modals.at(-1);
  if (top === undefined) return null;
  return <Modal key={top.id} view={top} beneath={modals.slice(0, -1)} />;
}

function Modal({ view, beneath }: { readonly view: SlackView; readonly beneath: readonly SlackView[] }) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const pane = usePane();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [busy, run] = useBusy();
  const [failure, setFailure] = useState<Done['error']>(null);
  const place = useMemo(() => ({ view: view.id }), [view.id]);
  const hasErrors = Object.keys(view.errors).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only errors that are new take the focus.
  useEffect(() => {
    if (hasErrors) focusFirstError(form.current);
  }, [view.errors]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another matter.
  useEffect(() => setFailure(null), [view.hash]);
  const close = (all: boolean) =>
    run(async () => {
      await pane.carryOutOrSay({ do: 'close', view: view.id, all });
    });
  const submit = () =>
    run(async () => {
      setFailure(null);
      const entered = untold(pane, place, view.blocks);
      const { error } = await pane.carryOut({ do: 'submit', view: view.id, entered });
      if (error === null) markTold(pane, place, entered);
      setFailure(error);
      focusFirstError(form.current);
    });
  const banner = errorWords(failure, language);
  return (
    <>
      {beneath.map((one, index) => (
        <div key={one.id} className="slack-beneath" style={atDepth(beneath.length - index)} aria-hidden="true" />
      ))}
      <DialogFrame
        labelledBy={`${id}title`}
        className="slack-modal"
        drawing={view.hash}
        onEscape={() => void close(false)}
      >
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (view.submit !== null) void submit();
          }}
        >
          <header className="slack-dialog-head">
            {beneath.length > 0 ? (
              <button
                type="button"
                className="slack-icon-button"
                aria-label={words.back}
                title={words.back}
                onClick={() => void close(false)}
              >
                <BackIcon />
              </button>
            ) : (
              <span className="slack-dialog-app" aria-hidden="true" />
            )}
            <h2 id={`${id}title`}>{view.title}</h2>
            <button
              type="button"
              className="slack-icon-button"
              aria-label={beneath.length > 0 ? words.closeAll : words.close}
              title={beneath.length > 0 ? words.closeAll : words.close}
              onClick={() => void close(true)}
            >
              <CrossIcon />
            </button>
          </header>
          {banner !== null && (
            <p className="slack-banner" role="alert">
              <WarningIcon />
              {banner}
            </p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard. */}
          <section className="slack-dialog-body" tabIndex={0} aria-labelledby={`${id}title`}>
            <SurfaceProvider place={place} state={view.state} errors={view.errors} blocks={view.blocks}>
              <BlockList blocks={view.blocks} />
            </SurfaceProvider>
          </section>
          <footer className="slack-dialog-foot">
            <button type="button" className="slack-button" onClick={() => void close(false)}>
              {view.close ?? words.close}
            </button>
            {view.submit !== null && (
              <button
                type="submit"
                className={`slack-button slack-button-primary${busy ? ' slack-busy' : ''}`}
                aria-disabled={busy}
              >
                {view.submit}
                {busy && <span className="slack-hidden"> {words.working}</span>}
              </button>
            )}
          </footer>
        </form>
      </DialogFrame>
    </>
  );
}

/** After what React draws because of the errors. */
function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>('.slack-wrong :is(input, select, textarea)');
    wrong?.focus();
    wrong?.closest('.slack-wrong')?.scrollIntoView({ block: 'nearest' });
  });
}

/** A property of the style sheet's own, which React's type of styles does not know. */
function atDepth(depth: number): React.CSSProperties & { readonly '--depth': number } {
  return { '--depth': depth };
}
