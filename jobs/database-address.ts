/** Connection settings of our own for the programme's database, beside those of its Prisma client. */
import type { ClientConfig } from 'pg';

/**
 * @param databaseUrl a `postgresql://` address as Prisma reads it; `?schema=` is left out and `?options=` kept
 * @param name under which the server lists the connection
 * @param options further server settings, each as `-c name=value`; they win over the address's
 */
export function clientConfiguration(databaseUrl: string, name: string, options = ''): ClientConfig {
  const address = new URL(databaseUrl);
  const given = address.searchParams.get('options') ?? '';
  // pg would take what stands in the address instead of what is set beside it.
  address.searchParams.delete('options');
  address.searchParams.delete('schema');
  return {
    connectionString: address.href,
    application_name: name,
    options: `${given} ${options} -c timezone=UTC`.trim(),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** What `?schema=` says, for telling two installations in one database apart. */
export function schemaOf(databaseUrl: string): string | null {
  return new URL(databaseUrl).searchParams.get('schema') || null;
}
