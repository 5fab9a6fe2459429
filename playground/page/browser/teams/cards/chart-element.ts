/** The charts of Teams' cards (Chart.*), which Microsoft's library for the web does not know. */
import { type BaseSerializationContext, CardElement, type PropertyBag } from 'adaptivecards';
import { type Chart, drawChart } from '../../chart.js';
import { fieldsOf, listOf, textOf } from '../fields.js';

/** The class to register for a type such as Chart.Line. */
export function chartOf(type: string, form: Chart['form']): new () => CardElement {
  return class extends CardElement {
    private chart: Chart = { form, title: '', categories: [], series: [] };

    override getJsonTypeName(): string {
      return type;
    }

    protected override internalParse(source: PropertyBag, context: BaseSerializationContext): void {
      super.internalParse(source, context);
      const series = listOf(source.data).map(fieldsOf);
      const points = series.map(({ values }) => listOf(values).map(fieldsOf));
      this.chart = {
        form,
        title: textOf(source.title),
        categories: (points[0] ?? []).map(({ x }) => String(x)),
        series: series.map(({ legend }, at) => ({
          name: textOf(legend),
          values: (points[at] ?? []).map(({ y }) => (typeof y === 'number' ? y : 0)),
        })),
      };
    }

    protected override internalRender(): HTMLElement {
      return drawChart(this.chart);
    }
  };
}
