/** Block Kit's overflow menu. */
import { useWords } from '../../language.js';
import { DotsIcon } from '../icons.js';
import { asList, asText, plainWords } from '../json.js';
import { Menu } from '../menu.js';
import { useBusy, usePane } from '../pane-context.js';
import { usePress } from '../surface.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';

export function Overflow({ placed }: { readonly placed: Placed }) {
  const words = useWords(slackWords);
  const { agreed } = usePane();
  const [busy, run] = useBusy();
  const press = usePress(placed);
  const { element } = placed;
  const choose = (index: number, address: string | undefined) =>
    run(async () => {
      if (!(await agreed(element.confirm))) return;
      if (address !== undefined && /^https?:\/\//i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
      await press(index);
    });
  return (
    <Menu
      className="slack-button slack-overflow"
      label={asText(element.accessibility_label) || words.moreActions}
      icon={<DotsIcon />}
      busy={busy}
      entries={asList(element.options).map((option, index) => ({
        key: String(option.value ?? index),
        label: plainWords(option.text),
        description: option.description === undefined ? undefined : plainWords(option.description),
        onChoose: () => void choose(index, asText(option.url)),
      }))}
    />
  );
}
