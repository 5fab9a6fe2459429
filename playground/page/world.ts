/** One world as the page shows it: the seats taken in it, its requests and troubles, until a scenario puts another in its place. */
import { openTraffic, type Traffic } from './curtain/traffic.js';
import { openTroubleSwitch, type TroubleSwitch } from './curtain/troubles.js';
import type { SlackDeed, TeamsDeed } from './deed.js';
import { type LivedIn, openLivedIn } from './lived-in.js';
import { openMail } from './mail.js';
import type { PagePlace } from './place.js';
import type { MailTold, PlaceTold, Platform, SeatId } from './protocol.js';
import { NotPossible, type Seat, type SeatOptions } from './seats/seat.js';
import { openSlackSeat } from './seats/slack-seat.js';
import { openTeamsSeat } from './seats/teams-seat.js';

export interface PageWorld {
  /** Rises with every world. */
  readonly number: number;
  readonly place: PagePlace;
  readonly traffic: Traffic;
  readonly troubles: TroubleSwitch;
  /** Whether a scenario would undo what somebody did here by hand. */
  readonly livedIn: LivedIn;
  /** @throws NotPossible where nobody has this seat */
  slackSeat(id: SeatId): Seat<SlackDeed>;
  teamsSeat(id: SeatId): Seat<TeamsDeed>;
  seat(id: SeatId): Pick<Seat<never>, 'look'>;
  told(): Omit<PlaceTold, 'scenarios'>;
  /** The bot's messages in each person's direct conversation. */
  mail(): MailTold['counts'];
  /** Calls back when anybody's screen on this platform may have changed. */
  onScreen(listener: (platform: Platform) => void): () => void;
  close(): void;
}

export function openWorld(number: number, place: PagePlace, options: SeatOptions): PageWorld {
  const { slack, teams } = place;
  const slackSeats = new Map<SeatId, Seat<SlackDeed>>();
  const teamsSeats = new Map<SeatId, Seat<TeamsDeed>>();
  const listeners = new Set<(platform: Platform) => void>();
  const changed = (platform: Platform) => () => {
    for (const listener of listeners) listener(platform);
  };
  const ends = [slack.onChange(changed('slack')), teams.world.onChange(changed('teams'))];
  const traffic = openTraffic(place);
  const troubles = openTroubleSwitch(place, traffic);
  const livedIn = openLivedIn(traffic, place.livedIn ?? false);

  function taken<Deed>(
    seats: Map<SeatId, Seat<Deed>>,
    id: SeatId,
    platform: Platform,
    open: (userId: string) => Seat<Deed>,
  ): Seat<Deed> {
    const known = seats.get(id);
    if (known) return known;
    if (!place.people.some((person) => person.seats.includes(id)) || !id.startsWith(`${platform}:`)) throw nobody();
    const seat = open(id.slice(platform.length + 1));
    seats.set(id, seat);
    ends.push(seat.onOwnChange(changed(platform)));
    return seat;
  }

  const slackSeat = (id: SeatId) => taken(slackSeats, id, 'slack', (user) => openSlackSeat(slack, user, options));
  const teamsSeat = (id: SeatId) => taken(teamsSeats, id, 'teams', (user) => openTeamsSeat(teams, user, options));

  return {
    number,
    place,
    traffic,
    troubles,
    livedIn,
    slackSeat,
    teamsSeat,
    seat: (id) => (id.startsWith('slack:') ? slackSeat(id) : teamsSeat(id)),
    told: () => ({
      tell: 'place',
      world: number,
      bot: slack.app.name,
      people: place.people,
      slack: { workspace: slack.workspace.name, assistant: slack.app.assistant, ...place.manifest },
      teams: { tenant: teams.app.tenantId },
    }),
    mail: openMail(place),
    onScreen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const end of ends) end();
      traffic.close();
      troubles.close();
    },
  };
}

function nobody(): NotPossible {
  return new NotPossible({
    ja: 'その方は現在のプログラムにいません。',
    en: 'Nobody in the current programme has this screen.',
  });
}
