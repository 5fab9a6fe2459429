/** Thumbs under an answer, and buttons that are only an icon. */
import type { ReactNode } from 'react';
import type { Json } from '../../../protocol.js';
import { useWords } from '../../language.js';
import { CrossIcon, StarIcon, ThumbDownIcon, ThumbUpIcon } from '../icons.js';
import { asJson, asText, plainWords } from '../json.js';
import { useBusy, usePane } from '../pane-context.js';
import { usePress } from '../surface.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';

export function FeedbackButtons({ placed }: { readonly placed: Placed }) {
  const words = useWords(slackWords);
  const [busy, run] = useBusy();
  const press = usePress(placed);
  const labelOf = (button: Json, otherwise: string): string =>
    asText(button.accessibility_label) || plainWords(button.text) || otherwise;
  const good = asJson(placed.element.positive_button);
  const bad = asJson(placed.element.negative_button);
  return (
    <span className="slack-feedback">
      <IconOnly label={labelOf(good, words.good)} busy={busy} onPress={() => run(() => press(0))}>
        <ThumbUpIcon />
      </IconOnly>
      <IconOnly label={labelOf(bad, words.bad)} busy={busy} onPress={() => run(() => press(1))}>
        <ThumbDownIcon />
      </IconOnly>
    </span>
  );
}

export function IconButton({ placed }: { readonly placed: Placed }) {
  const { agreed } = usePane();
  const [busy, run] = useBusy();
  const press = usePress(placed);
  const { element } = placed;
  return (
    <IconOnly
      label={asText(element.accessibility_label) || plainWords(element.text)}
      busy={busy}
      onPress={() =>
        run(async () => {
          if (await agreed(element.confirm)) await press();
        })
      }
    >
      {element.icon === 'trash' ? <CrossIcon /> : <StarIcon />}
    </IconOnly>
  );
}

function IconOnly({
  label,
  busy,
  onPress,
  children,
}: {
  readonly label: string;
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`slack-icon-button${busy ? ' slack-busy' : ''}`}
      aria-disabled={busy}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
