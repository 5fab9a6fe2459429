/** Works out what an import does to the text of the implementation report: what was written in the chat since then stays. */
import type { Transaction } from '../../prisma/client.js';
import { type Change, inBothLanguages } from './findings.js';
import { describeFields, type FieldChange, type Plan } from './plan.js';
import type { ImportedReportText } from './read-report-texts.js';

interface Scope {
  readonly programmeId: string;
  readonly now: Date;
}

/** Once the sessions of the file are there. @param wanted null: the file says nothing of it */
export async function planReportTexts(
  transaction: Transaction,
  wanted: readonly ImportedReportText[] | null,
  { programmeId, now }: Scope,
): Promise<Plan> {
  if (wanted === null || wanted.length === 0) return { changes: [], apply: async () => {} };
  const existing = await transaction.reportText.findMany({
    where: { programmeId },
    include: { session: { select: { code: true } } },
  });
  const planned = wanted.map((after) => {
    const before = existing.find(
      ({ section, session }) => section === after.section && (session?.code ?? null) === after.session,
    );
    const isSame = before?.ja === after.ja && before.en === after.en && before.said === after.said;
    return { before, after, isSame, isKept: !isSame && before !== undefined && before.changedById !== null };
  });
  const writing = planned.filter(({ isSame, isKept }) => !isSame && !isKept);
  return {
    changes: planned.flatMap(({ before, after, isSame, isKept }) => {
      if (isSame) return [];
      if (isKept) return [remarkOf(after)];
      const changed: FieldChange[] = [
        ...(before?.ja === after.ja ? [] : [{ field: 'reportJa' as const, values: null }]),
        ...(before?.en === after.en ? [] : [{ field: 'reportEn' as const, values: null }]),
      ];
      // Of a new one all is new.
      const details = describeFields(before === undefined ? [] : changed);
      return [
        { what: before === undefined ? 'create' : 'change', kind: 'reportText', name: nameOf(after), details } as const,
      ];
    }),
    apply: async (to) => {
      const sessions = await to.session.findMany({ where: { programmeId }, select: { id: true, code: true } });
      for (const { before, after } of writing) {
        const { session: code, section, ja, en, said } = after;
        const data = { ja, en, said, changedById: null, changedAt: now };
        const sessionId = sessions.find((one) => one.code === code)?.id ?? null;
        if (code !== null && sessionId === null) throw new Error(`the session ${code} was not written`);
        if (before === undefined) await to.reportText.create({ data: { programmeId, sessionId, section, ...data } });
        else await to.reportText.update({ where: { id: before.id }, data });
      }
    },
  };
}

function nameOf({ session, section }: ImportedReportText): string {
  return session === null ? section : `${session} ${section}`;
}

function remarkOf(after: ImportedReportText): Change {
  const details = inBothLanguages(({ changes }) => changes.reportTextKept);
  return { what: 'remark', kind: 'reportText', name: nameOf(after), details };
}
