/** Completes a build, and prepares the tests: learns from the examples, so that no start has to. */
import { classifierOfExamples } from '../bot/interpret/examples/learnt.js';
import { collectRooms } from '../programme/rooms.js';

await classifierOfExamples(collectRooms().actions);
