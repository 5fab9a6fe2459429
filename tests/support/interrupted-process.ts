/** A bench that never ends by itself: it has a database server and a folder; its test interrupts or kills it. */
import { temporaryDatabase, temporaryFolder } from '../bench/folder.js';

const { path } = await temporaryFolder();
const { url } = await temporaryDatabase();
process.stdout.write(`${JSON.stringify({ path, port: Number(new URL(url).port) })}\nopen\n`);
setInterval(() => {}, 1_000);
