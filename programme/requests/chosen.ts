/** The input of a choice: an identifier that a list offered. */
import { z } from 'zod';

/** Missing and wrong are told apart, since a form is shown for what is missing. */
export const chosen = z.uuid({ error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice') });

export const perhapsChosen = z.uuid({ error: 'not_a_choice' }).optional();
