/** An Input.ChoiceSet that searches: the library's own offers nothing to a screen reader and cannot show a label for a value. */
import { type BaseSerializationContext, ChoiceSetInput, type PropertyBag } from 'adaptivecards';
import { fieldsOf, textOf } from '../fields.js';

export interface SearchChoice {
  readonly title: string;
  readonly value: string;
}

/** What the drawn field and the card's own input know of each other. */
export interface SearchPort {
  readonly id: string;
  /** Where the field is drawn. */
  readonly place: HTMLElement;
  readonly label: string;
  readonly required: boolean;
  readonly placeholder: string;
  /** Choices that the card brings along. */
  readonly choices: readonly SearchChoice[];
  /** Whether the bot is asked for more of them. */
  readonly asks: boolean;
  readonly initial: SearchChoice | null;
  /** What has been chosen; null with a text that stands for nothing, or with none. */
  choose(choice: SearchChoice | null, text: string): void;
}

/**
 * The class to register for Input.ChoiceSet in the place of the library's.
 * @param onField called for each field that searches, when it has been drawn
 */
export function choiceSetWithSearch(onField: (field: SearchPort) => void): new () => ChoiceSetInput {
  return class extends ChoiceSetInput {
    private asks = false;
    private chosen: SearchChoice | null = null;
    private astray = false;
    private control: HTMLElement | null = null;

    private get searches(): boolean {
      return this.style === 'filtered' && !this.isMultiSelect;
    }

    protected override internalParse(source: PropertyBag, context: BaseSerializationContext): void {
      super.internalParse(source, context);
      // The library knows `choices.data` from version 1.6 on; Teams takes it in 1.5.
      this.asks = textOf(fieldsOf(source['choices.data']).dataset) !== '';
      if (this.asks && !this.isMultiSelect) this.style = 'filtered';
    }

    protected override internalRender(): HTMLElement | undefined {
      if (!this.searches) return super.internalRender();
      const place = document.createElement('div');
      place.className = 'teams-search';
      this.control = place;
      const choices = this.choices.map(({ title, value }) => ({ title: title ?? value ?? '', value: value ?? '' }));
      const initial = this.defaultValue ?? '';
      this.chosen =
        initial === '' ? null : (choices.find(({ value }) => value === initial) ?? { title: initial, value: initial });
      onField({
        id: this.id ?? '',
        place,
        label: this.label ?? '',
        required: this.isRequired,
        placeholder: this.placeholder ?? '',
        choices,
        asks: this.asks,
        initial: this.chosen,
        choose: (choice, text) => {
          this.chosen = choice;
          this.astray = choice === null && text.trim() !== '';
          this.valueChanged();
        },
      });
      return place;
    }

    /** The library would mark its own field as wrong, which is not drawn. */
    override isDynamicTypeahead(): boolean {
      return !this.searches && super.isDynamicTypeahead();
    }

    override focus(): void {
      if (this.searches) this.control?.querySelector('input')?.focus();
      else super.focus();
    }

    override isSet(): boolean {
      return Boolean(this.value);
    }

    override isValid(): boolean {
      return this.searches ? !this.astray : super.isValid();
    }

    override get value(): string | undefined {
      return this.searches ? this.chosen?.value : super.value;
    }
  };
}
