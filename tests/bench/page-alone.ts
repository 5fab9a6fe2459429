/** The playground's page in a process of its own, opened as `npm start` opens it; says where it is and what opening it took. */
import { startClock } from '../../playground/clock.js';
import { startSlack } from '../../playground/slack/start-slack.js';
import { startTeams } from '../../playground/teams/server.js';

const clock = startClock(new Date('2024-10-28T10:00:00+09:00'));
const [slack, teams] = await Promise.all([startSlack({ clock: clock.now }), startTeams({ now: clock.now })]);
const began = performance.now();
const { openPage } = await import('../../playground/page/open-page.js');
const page = await openPage(
  {
    current: () => ({
      ...{ slack, teams, clock },
      people: [...slack.workspace.users.values()].map(({ id, realName, email }) => ({
        ...{ personId: id, name: realName, nameEn: realName, email, role: 'participant', level: null },
        ...{
          company: null,
          companyEn: null,
          companyCode: null,
          language: 'en',
          clientSessions: [`slack:${id}` as const],
        },
      })),
      manifest: { commands: [], shortcuts: [] },
      admin: {
        ahead: async () => [],
        aheadUntil: async () => [],
        outbox: () => Promise.reject(new Error('no outbox here')),
        wake: () => {},
        killWorker: async () => {},
        understanding: {
          isWithModel: () => false,
          setModel: async () => {},
          since: () => [],
          onChange: () => () => {},
        },
        startWorker: async () => {},
      },
    }),
    scenarios: [],
    loadScenario: async () => {},
  },
  {
    port: 0,
    onFault: (error) => {
      throw error;
    },
  },
);
await page.ready;
process.stdout.write(`${JSON.stringify({ url: page.url, milliseconds: performance.now() - began })}\n`);
