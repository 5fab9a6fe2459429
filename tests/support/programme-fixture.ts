/** A programme with a company, a session and three people, made anew before each test, and requests as they would make them. */

import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Company, Prisma, Programme, Registration, Session } from '../../prisma/client.js';
import type { Form, Values } from '../../programme/messages/message.js';
import type { Request, RequestResult } from '../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import {
  type Asking,
  ask,
  type BuildPerson,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  opened,
  refused,
  type SentNotification,
  sendAllDue,
  type TestServices,
} from './factories.js';

interface Built {
  readonly services: TestServices;
  readonly programme: Programme;
  readonly company: Company;
  readonly session: Session;
  /** Participants of the company. */
  readonly person: BuiltPerson;
  readonly colleague: BuiltPerson;
  readonly secretary: BuiltPerson;
}

export interface ProgrammeFixture extends Omit<Built, 'session'> {
  /** A test may put another in its place. */
  session: Session;
  readonly test: TestDatabase;
  readonly database: TestDatabase['database'];
  /** Another member of the programme; as `buildPerson` makes one. */
  member(given?: Omit<BuildPerson, 'programme'>): Promise<BuiltPerson>;
  /** What the person holds, or held, at the session. */
  held(by: Pick<BuiltPerson, 'id'>): Promise<Registration | null>;
  /** The input of an action about the session. */
  about(more?: Values): Values;
  ask(person: Asking, action: string, input?: Values, options?: Partial<Request>): Promise<RequestResult>;
  done(person: Asking, action: string, input?: Values): Promise<string>;
  refused(person: Asking, action: string, input?: Values, options?: Partial<Request>): Promise<string>;
  opened(person: Asking, action: string, input?: Values): Promise<Form>;
  sendAllDue(): Promise<readonly SentNotification[]>;
}

export interface FixtureOptions {
  readonly programme?: Partial<Prisma.ProgrammeUncheckedCreateInput>;
  readonly company?: Partial<Prisma.CompanyUncheckedCreateInput>;
  readonly session?: Partial<Prisma.SessionUncheckedCreateInput>;
}

/** To be called at the top of a test file. Its values are those of the running test; its functions may be taken out of it. */
export function programmeFixture(options: FixtureOptions = {}): ProgrammeFixture {
  let test: TestDatabase;
  let built: Built;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());
  beforeEach(async () => {
    built = await build(buildServices(test.app), options);
  });
  return {
    get test() {
      return test;
    },
    get services() {
      return built.services;
    },
    get programme() {
      return built.programme;
    },
    get company() {
      return built.company;
    },
    get session() {
      return built.session;
    },
    set session(session) {
      built = { ...built, session };
    },
    get person() {
      return built.person;
    },
    get colleague() {
      return built.colleague;
    },
    get secretary() {
      return built.secretary;
    },
    get database() {
      return test.database;
    },
    member: (given) => buildPerson(built.services, { programme: built.programme, ...given }),
    held: ({ id }) =>
      test.database.registration.findUnique({
        where: { sessionId_personId: { sessionId: built.session.id, personId: id } },
      }),
    about: (more = {}) => ({ session: built.session.id, ...more }),
    ask: (...asked) => ask(built.services, ...asked),
    done: (...asked) => done(built.services, ...asked),
    refused: (...asked) => refused(built.services, ...asked),
    opened: (...asked) => opened(built.services, ...asked),
    sendAllDue: () => sendAllDue(built.services),
  };
}

async function build(services: TestServices, options: FixtureOptions): Promise<Built> {
  const programme = await buildProgramme(services, options.programme);
  const company = await buildCompany(services, programme, options.company);
  const session = await buildSession(services, programme, options.session);
  const participant = { programme, company };
  const [person, colleague] = [await buildPerson(services, participant), await buildPerson(services, participant)];
  const secretary = await buildPerson(services, { programme, role: 'secretariat' });
  return { services, programme, company, session, person, colleague, secretary };
}
