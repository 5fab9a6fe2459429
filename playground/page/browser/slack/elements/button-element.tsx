/** Block Kit's button; one with an address opens it and tells the bot, as in Slack. */
import { useWords } from '../../language.js';
import { asText, plainWords } from '../json.js';
import { useBusy, usePane } from '../pane-context.js';
import { usePress } from '../surface.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';

export function ButtonElement({ placed }: { readonly placed: Placed }) {
  const words = useWords(slackWords);
  const { agreed } = usePane();
  const [busy, run] = useBusy();
  const press = usePress(placed);
  const { element } = placed;
  const label = plainWords(element.text);
  const address = asText(element.url);
  const style = element.style === 'primary' || element.style === 'danger' ? ` slack-button-${element.style}` : '';
  const onClick = () =>
    run(async () => {
      if (await agreed(element.confirm)) await press();
    });
  if (address !== undefined && /^https?:\/\//i.test(address)) {
    return (
      <a
        className={`slack-button${style}`}
        href={address}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => run(press)}
        aria-label={asText(element.accessibility_label)}
      >
        {label}
        <span className="slack-hidden"> {words.opensInNewTab}</span>
      </a>
    );
  }
  return (
    <button
      type="button"
      className={`slack-button${style}${busy ? ' slack-busy' : ''}`}
      aria-disabled={busy}
      aria-label={asText(element.accessibility_label)}
      onClick={onClick}
    >
      {label}
      {busy && <span className="slack-hidden"> {words.working}</span>}
    </button>
  );
}
