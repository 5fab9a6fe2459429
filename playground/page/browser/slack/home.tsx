/** The app's Home tab; the bot is told each time it is opened. */
import { useEffect, useMemo, useState } from 'react';
import type { SlackView } from '../../protocol.js';
import { useWords } from '../language.js';
import { BlockList } from './blocks/block-list.js';
import { usePane } from './pane-context.js';
import { SurfaceProvider } from './surface.js';
import { slackWords } from './words.js';

export function HomeTab({ view }: { readonly view: SlackView | null }) {
  const words = useWords(slackWords);
  const { carryOutOrSay } = usePane();
  const [opening, setOpening] = useState(true);
  useEffect(() => {
    let here = true;
    const open = async () => {
      await carryOutOrSay({ do: 'open home' });
      if (here) setOpening(false);
    };
    void open();
    return () => {
      here = false;
    };
  }, [carryOutOrSay]);
  const place = useMemo(() => ({ view: view?.id ?? '' }), [view?.id]);
  if (view === null) return <p className="slack-empty">{opening ? words.homeLoading : words.homeEmpty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="slack-scroll slack-home" tabIndex={0} aria-label={words.home}>
      <SurfaceProvider place={place} state={view.state} errors={view.errors} blocks={view.blocks}>
        <BlockList blocks={view.blocks} />
      </SurfaceProvider>
    </section>
  );
}
