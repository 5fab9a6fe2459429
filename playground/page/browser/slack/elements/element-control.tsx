/** Draws one interactive element of Block Kit as the control that it is. */
import { useWords } from '../../language.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';
import { ButtonElement } from './button-element.js';
import { Checkboxes, RadioButtons } from './choices.js';
import { type Field, useOwnField } from './field.js';
import { FileInput } from './file-input.js';
import { MomentInput } from './moment-input.js';
import { Overflow } from './overflow.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';

export function ElementControl({ placed, field }: { readonly placed: Placed; readonly field?: Field }) {
  const words = useWords(slackWords);
  const own = useOwnField(placed);
  const given = field ?? own;
  const type = String(placed.element.type);
  switch (type) {
    case 'button':
      return <ButtonElement placed={placed} />;
    case 'overflow':
      return <Overflow placed={placed} />;
    case 'radio_buttons':
      return <RadioButtons placed={placed} field={given} />;
    case 'checkboxes':
      return <Checkboxes placed={placed} field={given} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentInput placed={placed} field={given} />;
    case 'file_input':
      return <FileInput placed={placed} field={given} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextInput placed={placed} field={given} />;
    default:
      if (/_select$/.test(type)) return <Select placed={placed} field={given} />;
      return <span className="slack-unknown">{words.unknownBlock(type)}</span>;
  }
}
