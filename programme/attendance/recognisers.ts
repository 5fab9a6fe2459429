/** How people give the code of a room. */
import type { Recogniser } from '../requests/recogniser.js';

const sixDigits = /(?<!\d)\d{6}(?!\d)/;

/** The same in two halves, as some write what they read off the wall. */
const inHalves = /(?<!\d)\d{3}[ -]\d{3}(?!\d)/;

/** A check-in code by itself. */
const codeAlone = /^\d{3}[ -]?\d{3}$/;

/** Digits where a check-in code belongs, right or not; those of a session's code are none. */
const digitsAlone = /(?<![a-z0-9-])\d{3,8}(?![a-z0-9-])/;

/** Digits as the last word, where a code is given; elsewhere they may be a year. */
const digitsLast = /(?<![a-z0-9-])(?:\d{3}[ -]\d{3}|\d{3,8})(?:です|でお願いします)?$/;

const digitsOf = (written: string) => ({ code: written.replace(/\D/g, '') });

export const checkInRecogniser: Recogniser = {
  alone: ({ said }) => (codeAlone.test(said) ? digitsOf(said) : null),
  // A person who names the code of a room is there to check in; the secretariat asks for it without knowing it.
  insteadOf: ({ action }, { said }) =>
    action === 'session.check-in-code' && (sixDigits.test(said) || digitsLast.test(said)),
  read: ({ said }) => {
    const written = (sixDigits.exec(said) ?? inHalves.exec(said) ?? digitsAlone.exec(said))?.[0];
    return written === undefined ? {} : digitsOf(written);
  },
};
