/** An Input.Number that may be left empty: the library takes nothing for a number below the smallest one allowed. */
import { NumberInput } from 'adaptivecards';

export class EmptiableNumberInput extends NumberInput {
  override get value(): number | undefined {
    const entered = super.value;
    return Number.isNaN(entered) ? undefined : entered;
  }

  override set value(value: number | undefined) {
    super.value = value;
  }
}
