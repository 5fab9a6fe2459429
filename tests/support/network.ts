/** Closes the network for every test except this machine itself, so that no test can depend on or disturb anything outside. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const CLOSED = Symbol.for('spp.network-closed');

/** Whether an address or a name means this machine. */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (name === '' || name === 'localhost' || name.endsWith('.localhost')) return true;
  const address = name.replace(/^::ffff:/, '');
  if (net.isIPv4(address)) return address.startsWith('127.') || address === '0.0.0.0';
  return address === '::1' || address === '::';
}

function refuse(host: string): void {
  if (!isLoopback(host)) throw new Error(`A test tried to reach ${host}: only this machine may be reached in tests.`);
}

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or the normalised form that net itself passes on. */
function targetOf(argument: unknown, second: unknown): string {
  if (Array.isArray(argument)) return targetOf(argument[0], argument[1]);
  if (typeof argument === 'object' && argument !== null) {
    if ('path' in argument && typeof argument.path === 'string' && argument.path !== '') return 'localhost';
    return 'host' in argument && typeof argument.host === 'string' ? argument.host : 'localhost';
  }
  return typeof second === 'string' && !Number.isNaN(Number(argument)) ? second : 'localhost';
}

function datagramTarget(sent: unknown[]): string {
  // send(message, offset?, length?, port, address, callback?): the address is the only text after the message.
  const address = sent.slice(1).find((argument) => typeof argument === 'string');
  return typeof address === 'string' ? address : 'localhost';
}

/** Puts a check before a method; a proxy, so that what hangs on the function (promisify's own version) stays. */
function guard(owner: object, method: string, targetFrom: (given: unknown[]) => string): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== 'function') return;
  const guarded = new Proxy(original, {
    apply(target, self, given: unknown[]) {
      refuse(targetFrom(given));
      return Reflect.apply(target, self, given);
    },
  });
  Reflect.set(owner, method, guarded);
}

const QUESTIONS = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCname', 'resolveMx', 'resolveNs'];
const MORE_QUESTIONS = ['resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTxt', 'reverse'];

/** Closes the network for this process; a second call changes nothing. */
export function closeNetwork(): void {
  if (Reflect.has(globalThis, CLOSED)) return;
  Reflect.set(globalThis, CLOSED, true);
  guard(net.Socket.prototype, 'connect', ([first, second]) => targetOf(first, second));
  guard(dgram.Socket.prototype, 'send', datagramTarget);
  guard(dgram.Socket.prototype, 'connect', datagramTarget);
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const question of [...QUESTIONS, ...MORE_QUESTIONS]) guard(owner, question, ([name]) => String(name));
  }
  // So that `import { lookup } from 'node:dns'` sees it too.
  syncBuiltinESMExports();
}

closeNetwork();
