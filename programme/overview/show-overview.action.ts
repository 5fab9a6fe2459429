/** Shows the secretariat how the programme stands: what takes place, what is missing, and what waits for them. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { readCharts } from './charts.js';
import { readOverview } from './overview-elements.js';
import { overviewRecogniser } from './recognisers.js';
import { programmeOverviewTexts } from './texts.js';

export const showOverview = memberAction({
  name: 'overview.show',
  texts: programmeOverviewTexts,
  command: 'overview',
  recognise: overviewRecogniser,
  who: secretariat,
  input: z.object({}),
  offered: 'menu',
  confirm: 'read',
  run: async (context) => {
    const texts = programmeOverviewTexts[context.language];
    const { scope, day, elements: numbers } = await readOverview(context);
    const charts = await readCharts(context, scope);
    return {
      message: {
        summary: texts.summary(day),
        elements: elements(
          { kind: 'heading', text: texts.actions['overview.show'].title },
          { kind: 'text', text: texts.asOf(day) },
          ...numbers,
          ...charts,
        ),
      },
    };
  },
});
