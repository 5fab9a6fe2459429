/** Carries out what was typed, as the person who acts, and tells what came of it. */
import type { Outcome } from '../client.js';
import { type Command, readPress } from './command.js';
import { drawField } from './draw.js';
import { fieldValue } from './field-value.js';
import { listPeople, peopleLike, personNamed } from './find-person.js';
import { help } from './help.js';
import { markNow, receivedByOthers } from './others.js';
import { type InhabitedPlace, NotPossible, platformNames } from './place.js';
import { homeOf, inFront, newsOf, type Seat, screenOf, takeSeat } from './seat.js';
import { readJump, showTime } from './time.js';
import { labelMeant } from './words.js';

const answerMilliseconds = 10_000;
/** After months at once, there is much to send. */
const jumpMilliseconds = 60_000;

export interface Deeds {
  /** Who acts; undefined before the first `as`. */
  seat(): Seat | undefined;
  /** @returns what there is to be read. @throws NotPossible, or the driver's Error, where it cannot be done */
  carryOut(command: Command): Promise<readonly string[]>;
  /** What has happened since the last look, of itself. */
  news(): readonly string[];
}

/** @param settle waits until the bot has said what it had to say */
export function openDeeds(place: InhabitedPlace, settle: (most: number) => Promise<void>): Deeds {
  const bot = place.slack.app.name;
  const seats = new Map<string, Seat>();
  let seat: Seat | undefined;
  let mark = markNow(place);

  function news(): readonly string[] {
    const since = mark;
    mark = markNow(place);
    return [...(seat ? newsOf(seat, bot) : []), ...receivedByOthers(place, since, seat?.client.user.id)];
  }

  function acting(): Seat {
    if (seat === undefined) throw new NotPossible('Who are you? as NAME says so; people lists who there is.');
    return seat;
  }

  function withDialog(): Seat['client'] {
    const { client } = acting();
    if (client.dialog === undefined) throw new NotPossible('No dialog is open.');
    return client;
  }

  async function after(deed: Promise<Outcome>): Promise<readonly string[]> {
    const { error } = await deed;
    await settle(answerMilliseconds);
    return [...(error === undefined ? [] : [`! ${error}`]), ...news()];
  }

  function press(rest: string): Promise<Outcome> {
    const { client, atHome } = acting();
    const { buttons } = inFront(acting());
    const { label: typed, near } = readPress(rest, buttons);
    const label = labelMeant(buttons, typed, 'button');
    if (client.platform === 'slack' && atHome && client.dialog === undefined) return client.pressHome(label, near);
    return near === undefined ? client.press(label) : client.pressBeside(label, near);
  }

  async function fill(typedLabel: string, typedValue: string): Promise<readonly string[]> {
    const { client, atHome } = acting();
    const fields = () => inFront(acting()).fields;
    const label = labelMeant(
      fields().map((field) => field.label),
      typedLabel,
      'field',
    );
    const field = fields().find((one) => one.label === label);
    if (field === undefined) throw new NotPossible(`There is no field "${label}".`);
    const value = await fieldValue(field, typedValue);
    if (client.platform === 'slack' && atHome && client.dialog === undefined) await client.fillHome(label, value);
    else await client.fill(label, value);
    const filled = fields().find((one) => one.label === label);
    // Some fields tell the bot at once, which may draw the form anew.
    if (client.platform === 'slack') await settle(answerMilliseconds);
    return [...(filled ? drawField(filled) : []), ...news()];
  }

  async function sit(name: string, platform: 'slack' | 'teams' | null): Promise<readonly string[]> {
    const person = personNamed(place.residents.people, name);
    const taken = takeSeat(place, person, platform);
    const key = `${taken.client.platform} ${taken.client.user.id}`;
    const mine = seats.get(key) ?? taken;
    seats.set(key, mine);
    seat = mine;
    const { client } = mine;
    const user = place.teams.world.directory.user(client.user.id);
    const absent = client.platform === 'teams' && user !== undefined && !place.teams.world.isReachable(user);
    const installed = absent ? await client.install() : undefined;
    if (absent) await settle(answerMilliseconds);
    const others = receivedByOthers(place, mark, client.user.id);
    mark = markNow(place);
    return [
      `You are ${person.name} (${person.nameEn}) on ${platformNames[client.platform]}.`,
      ...(absent ? [`${bot} has been added for ${person.name}, as Teams wants it before a chat.`] : []),
      ...(installed?.error === undefined ? [] : [`! ${installed.error}`]),
      ...screenOf(mine, bot, 3),
      ...others,
    ];
  }

  async function goHome(): Promise<readonly string[]> {
    const { client } = acting();
    if (client.platform !== 'slack') throw new NotPossible('Only Slack has a Home tab; say something instead.');
    const { error } = await client.openHome();
    await settle(answerMilliseconds);
    acting().atHome = true;
    const others = news().filter((line) => line.startsWith('→'));
    const none = homeOf(acting()) ? [] : ['(the bot has not drawn a Home tab)'];
    return [...(error === undefined ? [] : [`! ${error}`]), ...none, ...screenOf(acting(), bot), ...others];
  }

  async function jump(to: string): Promise<readonly string[]> {
    place.clock.jumpTo(readJump(to, place.clock.now()));
    place.assistant.worker?.wake();
    await settle(jumpMilliseconds);
    return [`It is ${showTime(place.clock.now())}.`, ...news()];
  }

  async function carryOut(command: Command): Promise<readonly string[]> {
    switch (command.do) {
      case 'nothing':
        return news();
      case 'exit':
        return [];
      case 'help':
        return help;
      case 'unclear':
        throw new NotPossible(command.why);
      case 'people': {
        const found = listPeople(peopleLike(place.residents.people, command.part));
        return found.length > 0 ? found : [`Nobody here matches "${command.part}".`];
      }
      case 'as':
        return await sit(command.name, command.platform);
      case 'say':
        acting().atHome = false;
        return await after(acting().client.say(command.text));
      case 'slash': {
        const { client } = acting();
        if (client.platform !== 'slack') {
          throw new NotPossible('Slash commands are Slack’s; on Teams say it in words (say TEXT).');
        }
        acting().atHome = false;
        return await after(client.command(command.line));
      }
      case 'press':
        return await after(press(command.label));
      case 'fill':
        return await fill(command.label, command.value);
      case 'submit':
        return await after(withDialog().submit());
      case 'close':
        return await after(withDialog().close());
      case 'home':
        return await goHome();
      case 'look':
        acting().atHome = false;
        return screenOf(acting(), bot);
      case 'time':
        return [showTime(place.clock.now())];
      case 'jump':
        return await jump(command.to);
    }
  }

  return { seat: () => seat, carryOut, news };
}
