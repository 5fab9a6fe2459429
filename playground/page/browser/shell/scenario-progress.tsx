/** Covers the screens while a scenario takes the place of what they show, and says how it ended. */
import { useEffect } from 'react';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { useSay } from './notices.js';
import { shellWords } from './words.js';

export function useLoading(): boolean {
  return useStore((state) => state.scenario?.state === 'loading');
}

export function ScenarioProgress() {
  const { language } = useLanguage();
  const words = useWords(shellWords).scenarios;
  const scenario = useStore((state) => state.scenario);
  const card = useStore((state) => state.snapshot?.scenarios.find(({ id }) => id === state.scenario?.id));
  const say = useSay();
  useEffect(() => {
    const title = card?.title ?? { ja: scenario?.id ?? '', en: scenario?.id ?? '' };
    const inBoth = (which: 'loaded' | 'failed') => ({
      ja: shellWords.ja.scenarios[which](title.ja),
      en: shellWords.en.scenarios[which](title.en),
    });
    if (scenario?.state === 'loaded') say('status', inBoth('loaded'));
    if (scenario?.state === 'failed') say('alert', scenario.words ?? inBoth('failed'));
  }, [scenario, card?.title, say]);
  if (scenario?.state !== 'loading') return <div role="status" className="visually-hidden" />;
  return (
    <div role="status" className="shell-loading">
      <div className="shell-loading-card">
        <h2>{words.loading(card?.title[language] ?? scenario.id)}</h2>
        <div className="shell-loading-bar" />
        <p>{scenario.words?.[language] ?? words.loadingHint}</p>
      </div>
    </div>
  );
}
