/** Radio buttons and checkboxes, with their descriptions. */
import type { Json } from '../../../protocol.js';
import { TextObject } from '../blocks/drawn.js';
import { asJson, asList, plainWords } from '../json.js';
import { usePane } from '../pane-context.js';
import { useInput } from '../surface.js';
import type { Placed } from '../values.js';
import type { Field } from './field.js';

function Words({ text }: { readonly text: unknown }) {
  return asJson(text).type === 'mrkdwn' ? <TextObject text={text} /> : <span>{plainWords(text)}</span>;
}

function Option({
  option,
  type,
  name,
  field,
  checked,
  onChange,
}: {
  readonly option: Json;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly field: Field;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="slack-choice">
      <input
        type={type}
        name={name}
        checked={checked}
        aria-invalid={field.invalid || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="slack-choice-words">
        <Words text={option.text} />
        {option.description !== undefined && (
          <span className="slack-choice-description">
            <Words text={option.description} />
          </span>
        )}
      </span>
    </label>
  );
}

export function RadioButtons({ placed, field }: { readonly placed: Placed; readonly field: Field }) {
  const { agreed } = usePane();
  const { value, enter } = useInput(placed);
  return (
    <div
      className="slack-choices"
      role="radiogroup"
      id={field.id}
      aria-labelledby={field.labelledBy}
      aria-label={field.label}
      aria-describedby={field.describedBy}
      aria-required={field.required || undefined}
    >
      {asList(placed.element.options).map((option) => (
        <Option
          key={String(option.value)}
          option={option}
          type="radio"
          name={field.id}
          field={field}
          checked={value === option.value}
          onChange={async () => {
            if (await agreed(placed.element.confirm)) await enter(String(option.value));
          }}
        />
      ))}
    </div>
  );
}

export function Checkboxes({ placed, field }: { readonly placed: Placed; readonly field: Field }) {
  const { agreed } = usePane();
  const { value, enter } = useInput(placed);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    // biome-ignore lint/a11y/useSemanticElements: its label stands outside, as in every other input block.
    <div
      className="slack-choices"
      role="group"
      id={field.id}
      aria-labelledby={field.labelledBy}
      aria-label={field.label}
      aria-describedby={field.describedBy}
    >
      {asList(placed.element.options).map((option) => (
        <Option
          key={String(option.value)}
          option={option}
          type="checkbox"
          name={field.id}
          field={field}
          checked={chosen.includes(String(option.value))}
          onChange={async (checked) => {
            const after = asList(placed.element.options)
              .map((one) => String(one.value))
              .filter((one) => (one === option.value ? checked : chosen.includes(one)));
            if (await agreed(placed.element.confirm)) await enter(after);
          }}
        />
      ))}
    </div>
  );
}
