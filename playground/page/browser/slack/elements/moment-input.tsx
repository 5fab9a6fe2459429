/** Pickers of a date, a time, or both in Japan's time, as the browser's own controls. */
import { useWords } from '../../language.js';
import { usePane } from '../pane-context.js';
import { useInput } from '../surface.js';
import { localOf, secondsOf } from '../times.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';
import { attributesOf, type Field } from './field.js';
import { useTellLater } from './tell-later.js';

const types = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;

export function MomentInput({ placed, field }: { readonly placed: Placed; readonly field: Field }) {
  const words = useWords(slackWords);
  const { agreed } = usePane();
  const { value, keep, tell, dispatches } = useInput(placed);
  const { element } = placed;
  const type = element.type === 'timepicker' || element.type === 'datetimepicker' ? element.type : 'datepicker';
  const tellIfAgreed = async () => {
    if (await agreed(element.confirm)) await tell();
  };
  // A date is typed in parts, each of which would be told on its own.
  const later = useTellLater(tellIfAgreed, dispatches ? 800 : null);
  const shown =
    type === 'datetimepicker'
      ? localOf(typeof value === 'number' ? value : null)
      : typeof value === 'string'
        ? value
        : '';
  return (
    <span className="slack-moment">
      <input
        {...attributesOf(field)}
        className="slack-text-input"
        type={types[type]}
        value={shown}
        onChange={({ target }) => {
          keep(type === 'datetimepicker' ? secondsOf(target.value) : target.value === '' ? null : target.value);
          later.start();
        }}
        onBlur={later.now}
      />
      {type === 'datetimepicker' && <span className="slack-hint">{words.japanTime}</span>}
    </span>
  );
}
