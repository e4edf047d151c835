const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

/** Text as HTML shows it, line by line. */
export const escapedHtml = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll(/[&<>"\n]/g, (character) => escapes[character]!);
