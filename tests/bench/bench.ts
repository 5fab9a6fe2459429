/** `npm run bench [-- start|transaction|interaction|page]`: how fast and how small it is, one JSON line a goal with its floor, our figure and the ratio. */
import { benchInteractions } from './interaction.js';
import { benchPage } from './page.js';
import { benchStart } from './start.js';
import { benchTransaction } from './transaction.js';

const benches = { transaction: benchTransaction, interaction: benchInteractions, start: benchStart, page: benchPage };

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
