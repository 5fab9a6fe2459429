/** Block Kit's menus: a short one is the browser's own, a long one, one of several and one that asks the bot can be searched. */
import { useWords } from '../../language.js';
import { asJson, asList, asNumber, plainWords } from '../json.js';
import { usePane } from '../pane-context.js';
import { useInput, useSuggest } from '../surface.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';
import { Combobox, type Offered } from './combobox.js';
import { attributesOf, type Field } from './field.js';
import { fixedSource, type Source, searchedSource } from './option-source.js';

/** Up to here a list is overlooked at once. */
const shortList = 8;

/** Slack's own least number of characters before the bot is asked. */
const usualQueryLength = 3;

export function Select({ placed, field }: { readonly placed: Placed; readonly field: Field }) {
  const words = useWords(slackWords);
  const pane = usePane();
  const suggest = useSuggest(placed);
  const { value, labels, enter } = useInput(placed);
  const { element } = placed;
  const type = String(element.type);
  const several = type.startsWith('multi_');
  const external = type.endsWith('external_select');
  const options = optionsFor(placed);
  const placeholder = plainWords(element.placeholder) || words.choose;
  const change = async (after: readonly Offered[]) => {
    if (!(await pane.agreed(element.confirm))) return;
    const names = Object.fromEntries(after.map((one) => [one.value, one.label]));
    await enter(several ? after.map((one) => one.value) : (after[0]?.value ?? null), names);
  };
  const chosen = (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []).map((one) => ({
    value: one,
    label: labels[one] || (options.find((option) => option.value === one)?.label ?? one),
  }));
  if (!several && !external && options.length <= shortList)
    return (
      <ShortSelect
        field={field}
        options={options}
        placeholder={placeholder}
        value={chosen[0]?.value ?? ''}
        required={placed.block.type === 'input' && placed.block.optional !== true}
        onChange={(after) => change(options.filter((option) => option.value === after))}
      />
    );
  const source: Source = external
    ? searchedSource(suggest, asNumber(element.min_query_length) ?? usualQueryLength)
    : fixedSource(options);
  return (
    <Combobox
      field={field}
      placeholder={placeholder}
      source={source}
      chosen={chosen}
      several={several}
      most={asNumber(element.max_selected_items)}
      onChange={change}
    />
  );
}

function ShortSelect({
  field,
  options,
  placeholder,
  value,
  required,
  onChange,
}: {
  readonly field: Field;
  readonly options: readonly Offered[];
  readonly placeholder: string;
  readonly value: string;
  readonly required: boolean;
  readonly onChange: (value: string) => void;
}) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <select
      {...attributesOf(field)}
      className={`slack-select${value === '' ? ' slack-unchosen' : ''}`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="" hidden={required && value !== ''}>
        {placeholder}
      </option>
      {groups.map((group) => {
        const drawn = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ));
        return group === undefined ? (
          drawn
        ) : (
          <optgroup key={group} label={group}>
            {drawn}
          </optgroup>
        );
      })}
    </select>
  );
}

/** What there is to choose from without asking the bot. */
function optionsFor({ element }: Placed): readonly Offered[] {
  const groups = asList(element.option_groups);
  return [
    ...offered(element.options, undefined),
    ...groups.flatMap((group) => offered(group.options, plainWords(asJson(group).label))),
  ];
}

function offered(options: unknown, group: string | undefined): readonly Offered[] {
  return asList(options).map((option) => ({
    value: String(option.value),
    label: plainWords(option.text),
    description: option.description === undefined ? undefined : plainWords(option.description),
    group,
  }));
}
