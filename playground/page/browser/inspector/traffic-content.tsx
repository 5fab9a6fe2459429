/** What was in one request and in its answer, fetched when it is opened. */
import { useEffect, useState } from 'react';
import type { TrafficDetail } from '../../command.js';
import type { Platform } from '../../protocol.js';
import { trafficDetail } from '../connection.js';
import { useWords } from '../language.js';
import { JsonText } from './json-text.js';
import { inspectorWords } from './words.js';

export function TrafficContent({ platform, number }: { readonly platform: Platform; readonly number: number }) {
  const all = useWords(inspectorWords);
  const words = all.timeline;
  const [detail, setDetail] = useState<TrafficDetail | 'loading' | null>('loading');
  useEffect(() => {
    let wanted = true;
    void trafficDetail(platform, number).then((found) => wanted && setDetail(found));
    return () => {
      wanted = false;
    };
  }, [platform, number]);
  if (detail === 'loading') return <p className="inspector-content-note">{all.loading}</p>;
  if (detail === null) return <p className="inspector-content-note">{words.forgotten}</p>;
  return (
    <div className="inspector-content">
      <JsonText title={words.request} value={detail.request} nothing={words.nothing} />
      <JsonText title={words.response} value={detail.response} nothing={words.nothing} />
    </div>
  );
}
