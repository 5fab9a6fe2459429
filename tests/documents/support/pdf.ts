/** Makes PDFs of their objects, for what no writer would write. */

/** @param objects the inside of each object, from number 1 on; the first is the catalogue */
function makePdf(objects: readonly (string | Uint8Array)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = pieces[0]?.length ?? 0;
  const put = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  const places = objects.map((object, at) => {
    const place = length;
    put(Buffer.from(`${at + 1} 0 obj\n`));
    put(Buffer.from(object));
    put(Buffer.from('\nendobj\n'));
    return place;
  });
  const start = length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  put(Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

export function pdfStream(content: Uint8Array, dictionary = ''): Buffer {
  const head = Buffer.from(`<</Length ${content.length}${dictionary}>>\nstream\n`);
  return Buffer.concat([head, content, Buffer.from('\nendstream')]);
}

/** One page for each stream of drawing instructions, with Helvetica as /F. */
export function pagesOf(...contents: readonly Uint8Array[]): Buffer {
  const kids = contents.map((_content, at) => `${4 + at * 2} 0 R`).join(' ');
  return makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...contents.flatMap((content, at) => [`<</Type/Page/Parent 2 0 R/Contents ${5 + at * 2} 0 R>>`, content]),
  ]);
}

/** Lines of text at their places from the lower left corner. */
export function drawn(...lines: readonly (readonly [x: number, y: number, text: string, size?: number])[]): Buffer {
  const each = lines.map(([x, y, text, size = 11]) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`);
  return pdfStream(Buffer.from(each.join('\n')));
}
