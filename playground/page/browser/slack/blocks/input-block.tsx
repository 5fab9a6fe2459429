/** An input block: its label, hint and error around the element that is filled in. */
import { useId } from 'react';
import type { Json } from '../../../protocol.js';
import { useLanguage, useWords } from '../../language.js';
import { ElementControl } from '../elements/element-control.js';
import { WarningIcon } from '../icons.js';
import { asJson, plainWords } from '../json.js';
import { translated } from '../known-sentences.js';
import { useFieldError } from '../surface.js';
import { place } from '../values.js';
import { slackWords } from '../words.js';

const groups = new Set(['radio_buttons', 'checkboxes']);

export function InputBlock({ block }: { readonly block: Json }) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const id = useId();
  const element = asJson(block.element);
  const error = useFieldError(String(block.block_id));
  const hint = plainWords(block.hint);
  const describedBy = [hint === '' ? '' : `${id}hint`, error === undefined ? '' : `${id}error`]
    .filter(Boolean)
    .join(' ');
  const label = (
    <>
      {plainWords(block.label)}
      {block.optional === true && <span className="slack-optional"> {words.optional}</span>}
    </>
  );
  const field = {
    id,
    labelledBy: `${id}label`,
    describedBy: describedBy === '' ? undefined : describedBy,
    invalid: error !== undefined,
    required: block.optional !== true,
  };
  return (
    <div className={`slack-input-block ${error === undefined ? '' : 'slack-wrong'}`}>
      {groups.has(String(element.type)) ? (
        <div className="slack-label" id={`${id}label`}>
          {label}
        </div>
      ) : (
        <label className="slack-label" id={`${id}label`} htmlFor={id}>
          {label}
        </label>
      )}
      <ElementControl placed={place(block, element)} field={field} />
      {error !== undefined && (
        <p className="slack-field-error" id={`${id}error`}>
          <WarningIcon />
          {translated(error, language)}
        </p>
      )}
      {hint !== '' && (
        <p className="slack-hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
