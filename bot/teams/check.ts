/** Tries what Teams was configured with, without receiving or sending anything: for the doctor. */
import type { TeamsConfiguration } from './configuration.js';
import { startError } from './start-error.js';

/** @throws TeamsStartError where Microsoft refuses the credentials or cannot be reached */
export async function askMicrosoft(configuration: TeamsConfiguration): Promise<void> {
  const { openSdk } = await import('./sdk.js');
  try {
    await openSdk(configuration).signIn();
  } catch (error) {
    throw startError(error);
  }
}
